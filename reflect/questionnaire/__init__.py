"""What is asked, and what answers mean. This room knows nobody."""

from reflect.questionnaire.answers import FaultyAnswers, read_answers
from reflect.questionnaire.checks import check, check_file
from reflect.questionnaire.definition import Questionnaire, Section, canonical
from reflect.questionnaire.faults import Fault, FaultyDefinition
from reflect.questionnaire.library import Library, definitions, read_definition
from reflect.questionnaire.measures import Measure, contribution, measures
from reflect.questionnaire.merging import Merged, merge
from reflect.questionnaire.path import Step, asked, path
from reflect.questionnaire.publication import PUBLISHED, publication_faults, published, type_faults
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import NOT_APPLICABLE, Answer, NotAnAnswer, Phase, Words
from reflect.questionnaire.schema import schema_text
from reflect.questionnaire.scoring import SCORING, Profile, Score, mean, score

__all__ = [
    "NOT_APPLICABLE",
    "PUBLISHED",
    "SCORING",
    "Answer",
    "AnyQuestion",
    "Fault",
    "FaultyAnswers",
    "FaultyDefinition",
    "Library",
    "Measure",
    "Merged",
    "NotAnAnswer",
    "Phase",
    "Profile",
    "Questionnaire",
    "Score",
    "Section",
    "Step",
    "Words",
    "asked",
    "canonical",
    "check",
    "check_file",
    "contribution",
    "definitions",
    "mean",
    "measures",
    "merge",
    "path",
    "publication_faults",
    "published",
    "read_answers",
    "read_definition",
    "schema_text",
    "score",
    "type_faults",
]
