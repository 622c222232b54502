"""What can be taken of a group's picture: a format's name -> the function that writes it."""

from collections.abc import Callable, Mapping

from reflect.reports.document import Document
from reflect.reports.exports.csv import write as csv
from reflect.reports.exports.json import write as json
from reflect.reports.exports.points import write as points
from reflect.reports.exports.xlsx import write as xlsx
from reflect.reports.group import Telling, guide, report, wall

Export = Callable[[Telling], Document]

SHEETS: Mapping[str, Export] = {"xlsx": xlsx, "csv": csv, "points": points, "json": json}
PAPERS: Mapping[str, Export] = {"pdf": report, "wall": wall, "guide": guide}

EXPORTS: Mapping[str, Export] = {**PAPERS, **SHEETS}
