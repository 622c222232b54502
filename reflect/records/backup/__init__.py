"""Backups: one sealed file, read back once it is written; restored into an empty instance alone."""

from reflect.records.backup.erasures import Erasures, forget
from reflect.records.backup.keeping import SUFFIX, name, newest, sweep
from reflect.records.backup.making import Made, Place, make
from reflect.records.backup.postgres import Tools
from reflect.records.backup.restoring import ERASED, Restored, restore
from reflect.records.backup.workplace import BackupFault, workplace

__all__ = [
    "ERASED",
    "SUFFIX",
    "BackupFault",
    "Erasures",
    "Made",
    "Place",
    "Restored",
    "Tools",
    "forget",
    "make",
    "name",
    "newest",
    "restore",
    "sweep",
    "workplace",
]
