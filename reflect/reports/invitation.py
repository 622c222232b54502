"""The invitation to a group on paper: the code, how to join, and who sees what."""

import datetime as dt
from dataclasses import dataclass

from reflect.language import Language
from reflect.reports.blocks import Lead, Mark, Paragraph, Part, Picture
from reflect.reports.document import Document
from reflect.reports.handout import handout
from reflect.reports.names import brief


@dataclass(frozen=True)
class Invitation:
    """To which group, with which code and link; nothing of whoever joins.

    `subject` is the title of the questionnaire, `home` where a code is typed, `floor` from how
    many people on a trainer sees anything.
    """

    group: str
    subject: str
    code: str
    link: str
    home: str
    floor: int
    t: Language
    day: dt.date

    @property
    def steps(self) -> tuple[str, ...]:
        """How to join."""
        t = self.t
        first = t("invitation.step_1", address=self.home)
        return first, t("invitation.step_2", code=self.code), t("invitation.step_3")

    @property
    def seen(self) -> tuple[str, ...]:
        """Who sees what, for whoever hesitates."""
        t = self.t
        return (
            t("invitation.seen_1"),
            t("invitation.seen_2", floor=self.floor),
            t("invitation.seen_3"),
        )


def invitation(to: Invitation) -> Document:
    """One sheet as a tagged PDF."""
    t = to.t
    picture = Picture("qr", (Mark(to.link, None),), alt=t("invitation.qr", link=to.link))
    head = Part(
        "invitation",
        t("invitation.title", group=brief(to.group)),
        (Lead(t("invitation.lead")),),
        to.subject,
    )
    code = Part("code", to.code, (picture,), t("groups.code"))
    how = Part("how", t("invitation.steps"), tuple(map(Paragraph, to.steps)))
    seen = Part("seen", t("invitation.seen"), tuple(map(Paragraph, to.seen)))
    footer = t("invitation.footer", group=brief(to.group))
    return handout((head, code, how, seen), to, footer=footer, name=f"{t('invitation.file')}.pdf")
