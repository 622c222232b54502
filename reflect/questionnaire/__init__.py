"""What is asked, and what answers mean. This room knows nobody."""

from reflect.questionnaire.answers import FaultyAnswers, read_answers
from reflect.questionnaire.change import Change, Moment, along, changes
from reflect.questionnaire.checks import check, check_bytes, check_file
from reflect.questionnaire.checks.shape import MAXIMUM
from reflect.questionnaire.codebook import Entry, codebook
from reflect.questionnaire.definition import Questionnaire, canonical
from reflect.questionnaire.faults import Fault, FaultyDefinition
from reflect.questionnaire.library import (
    Library,
    definition_file,
    definitions,
    read_definition,
    versions_beside,
)
from reflect.questionnaire.measures import Measure, contribution, measures, same
from reflect.questionnaire.merging import Merged, merge
from reflect.questionnaire.path import Step, asked, path
from reflect.questionnaire.publication import (
    PUBLISHED,
    following,
    publication_faults,
    published,
    type_faults,
)
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import NOT_APPLICABLE, Answer, NotAnAnswer, Phase, Words
from reflect.questionnaire.reliability import Reliability, reliability
from reflect.questionnaire.schema import schema_text
from reflect.questionnaire.scoring import SCORING, Profile, Score, mean, score
from reflect.questionnaire.sections import Section
from reflect.questionnaire.versions import Difference, Edit, EditKind, comparable, difference, equal

__all__ = [
    "MAXIMUM",
    "NOT_APPLICABLE",
    "PUBLISHED",
    "SCORING",
    "Answer",
    "AnyQuestion",
    "Change",
    "Difference",
    "Edit",
    "EditKind",
    "Entry",
    "Fault",
    "FaultyAnswers",
    "FaultyDefinition",
    "Library",
    "Measure",
    "Merged",
    "Moment",
    "NotAnAnswer",
    "Phase",
    "Profile",
    "Questionnaire",
    "Reliability",
    "Score",
    "Section",
    "Step",
    "Words",
    "along",
    "asked",
    "canonical",
    "changes",
    "check",
    "check_bytes",
    "check_file",
    "codebook",
    "comparable",
    "contribution",
    "definition_file",
    "definitions",
    "difference",
    "equal",
    "following",
    "mean",
    "measures",
    "merge",
    "path",
    "publication_faults",
    "published",
    "read_answers",
    "read_definition",
    "reliability",
    "same",
    "schema_text",
    "score",
    "type_faults",
    "versions_beside",
]
