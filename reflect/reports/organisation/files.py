"""What can be taken of groups beside each other: a format's name -> the function that writes it."""

from collections.abc import Callable, Mapping

from reflect.reports.document import Document
from reflect.reports.organisation.beside import Beside
from reflect.reports.organisation.factsheet import factsheet
from reflect.reports.organisation.sheets import csv, json, points
from reflect.reports.organisation.workbook import xlsx

FILES: Mapping[str, Callable[[Beside], Document]] = {
    "pdf": factsheet,
    "xlsx": xlsx,
    "csv": csv,
    "points": points,
    "json": json,
}
