"""Exports of a release: a format's name -> the function that writes it; one file a format."""

from collections.abc import Callable, Mapping

from reflect.disclosure import Release
from reflect.language import Language
from reflect.questionnaire import Questionnaire
from reflect.reports.document import Document
from reflect.reports.exports.csv import write as csv

EXPORTS: Mapping[str, Callable[[Release, Questionnaire, Language], Document]] = {"csv": csv}
