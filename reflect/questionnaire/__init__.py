"""What is asked, and what answers mean. This room knows nobody."""

from reflect.questionnaire.checks import check, check_file
from reflect.questionnaire.definition import Questionnaire, Section, canonical
from reflect.questionnaire.faults import Fault, FaultyDefinition
from reflect.questionnaire.library import Library, definitions, publication_faults, published
from reflect.questionnaire.measures import Measure, contribution, measures
from reflect.questionnaire.merging import Merged, merge
from reflect.questionnaire.path import Step, asked, path
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import NOT_APPLICABLE, Answer, NotAnAnswer, Phase, Words
from reflect.questionnaire.scoring import SCORING, Profile, Score, mean, score

__all__ = [
    "NOT_APPLICABLE",
    "SCORING",
    "Answer",
    "AnyQuestion",
    "Fault",
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
    "score",
]
