"""How the report was made: the rules of scoring in words, and the versions it was made by."""

from reflect.reports.blocks import Block, Note, Part
from reflect.reports.outcome import Outcome


def reckoning(outcome: Outcome) -> tuple[Part, ...]:
    """One part: with it and the details of the domains, anybody can work out every score."""
    t, profile = outcome.t, outcome.profile
    made_by = (
        t("reasons.made_questionnaire", id=profile.questionnaire, version=profile.version),
        t("reasons.made_fingerprint", fingerprint=profile.fingerprint),
        t("reasons.made_scoring", version=profile.scoring),
    )
    blocks: list[Block] = []
    if profile.scores:
        rules = " ".join(t(f"reasons.rule_{number}") for number in range(1, 6))
        blocks.append(Note(f"{t('reasons.rules')}. {rules}"))
    blocks += [Note(f"{t('reasons.made')}: {' · '.join(made_by)}."), Note(t("reasons.same"))]
    return (Part("reckoning", t("reasons.title"), tuple(blocks)),)
