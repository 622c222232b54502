"""The cover: which questionnaire, which moment, which day, and how to use this report."""

from reflect.reports.blocks import Labelled, Lead, Part
from reflect.reports.outcome import Outcome


def cover(outcome: Outcome) -> tuple[Part, ...]:
    """One part; the name stands on it only when it was typed for this document."""
    t = outcome.t
    facts = [
        (t("report.moment"), t(f"report.phase_{outcome.profile.phase}")),
        (t("report.day"), t.date(outcome.day)),
        (t("report.name"), outcome.name.strip()),
    ]
    return (
        Part(
            "cover",
            outcome.say(outcome.questionnaire.title),
            (
                Lead(t("report.mirror")),
                *(Labelled(label, (text,)) for label, text in facts if text),
                Labelled(t("report.privacy"), (t("report.yours"),)),
            ),
            above=t("report.title"),
        ),
    )
