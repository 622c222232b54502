"""What the doctor sees of the machine: the folder of the instance, the clock, how people come."""

import os
import pwd
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import reflect
from reflect.commands.doctor.finding import Finding
from reflect.config import Config

MAKE = "Run `reflect migrate`; or say in REFLECT_INSTANCE where it is."
SET = "Let the machine keep time, by systemd-timesyncd or chrony."
OTHERS = stat.S_IRWXG | stat.S_IRWXO
APART = timedelta(seconds=30)  # as long as a code of an authenticator is good


def folder(config: Config) -> Finding:
    """Whether the instance is there, ours, and nobody else's."""
    place = config.instance
    if not place.is_dir():
        return Finding("folder", f"There is no instance in {place}.", MAKE)
    held = place.stat()
    if not is_ours(config):
        owner = _name(held.st_uid)
        words = f"{place} is of {owner}, and you are not."
        return Finding("folder", words, f"Run this as {owner}: sudo -u {owner} ...")
    if held.st_mode & OTHERS:
        words = f"{place} is open to others (mode {stat.S_IMODE(held.st_mode):04o})."
        return Finding("folder", words, f"Let its owner alone in: chmod 700 {place}")
    return Finding("folder", f"{place}, and for nobody else.")


def is_ours(config: Config) -> bool:
    """Whether there is an instance, and whoever runs this owns it."""
    return config.instance.is_dir() and config.instance.stat().st_uid == os.geteuid()


def clock(config: Config, at: datetime) -> Finding:
    """Whether anything was written later than now: then the clock stands behind."""
    files = [Path(reflect.__file__), *config.instance.glob("*.db*"), *config.keys.glob("*")]
    newest = max(files, key=lambda file: file.stat().st_mtime)
    written = datetime.fromtimestamp(newest.stat().st_mtime, at.tzinfo)
    if written > at + APART:
        return Finding("clock", f"It is behind: {newest.name} is of {written:%Y-%m-%d %H:%M}.", SET)
    return Finding("clock", f"{at:%Y-%m-%d %H:%M:%S %Z}, and no file is of later.")


def beside(server: datetime | None, at: datetime) -> Iterator[Finding]:
    """The clock of the database's server beside ours; nothing where it is ours."""
    if server is None:
        return
    seconds = abs(server - at).total_seconds()
    words = f"{seconds:.0f} s apart from that of the database."
    yield Finding("clocks", words, SET if seconds > APART.total_seconds() else "")


def address(config: Config) -> Finding:
    """Where people come in."""
    if config.is_local:
        return Finding("address", f"{config.base_url}: a trial, for this machine alone.")
    return Finding("address", f"{config.base_url}: people come by https, to this name alone.")


def proxies(config: Config) -> Finding:
    """Whose word is taken for the address of who asks: guessing is counted by it."""
    if config.proxies and config.is_local:
        words = "X-Forwarded-For is believed, although nobody stands before a trial."
        return Finding("proxies", words, "Set REFLECT_PROXIES=0.")
    if config.proxies:
        words = f"{config.proxies} of your own: of X-Forwarded-For the last {config.proxies} count."
        return Finding("proxies", words)
    if config.is_secure:
        words = "https comes by way of a proxy, and X-Forwarded-For is not believed: "
        words += "all people have one address, and who guesses codes locks out everybody."
        return Finding("proxies", words, "Set REFLECT_PROXIES=1, where one proxy is before it.")
    return Finding("proxies", "None: who asks is who connects.")


def _name(number: int) -> str:
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"user {number}"
