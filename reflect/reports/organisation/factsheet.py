"""The factsheet of an organisation over its groups: to hand over, or to hang up."""

from collections.abc import Iterator, Sequence

from reflect.reports.blocks import Block, Lead, Note, Paragraph, Part
from reflect.reports.document import Document
from reflect.reports.handout import handout
from reflect.reports.organisation.beside import Beside
from reflect.reports.organisation.naming import filed, footer
from reflect.reports.organisation.story import care, facts, opening, talk, title, whole
from reflect.reports.organisation.strips import grade, reference, scale, together

_PANELS = 5  # beside each other
_GROUPS = 24  # below each other
_KINDS = ("domain", "grade")


def factsheet(beside: Beside) -> Document:
    """The sheet as a PDF; what it is made of gives equal bytes each time."""
    name = filed(beside, "", "pdf")
    return handout(parts(beside), beside, footer=footer(beside), name=name)


def parts(beside: Beside) -> tuple[Part, ...]:
    """Its parts: beside each other, how to read that, and what to ask."""
    t = beside.t
    blocks: list[Block] = [Lead(opening(beside)), *facts(beside)]
    if not beside.order:
        blocks.append(Paragraph(t("picture.nothing_more")))
    cover = Part("factsheet", title(beside), tuple(blocks), beside.subject)
    if not beside.order:
        return (cover,)
    reading = Part("reading", t("moments.read_title"), (*care(beside), talk(beside)))
    return (cover, *_beside(beside), reading)


def _beside(beside: Beside) -> Iterator[Part]:
    """A part for the domains, and one for the grades with what lies beside them."""
    for kind in _KINDS:
        blocks: list[Block] = []
        for which in _abreast(beside, beside.of(kind)):
            many = range(0, len(beside.rows), _GROUPS)
            blocks += [together(beside, which, slice(at, at + _GROUPS)) for at in many]
            blocks += [Note(reference(beside, one)) for one in which if grade(beside, one)]
        if blocks:
            blocks += [Note(whole(beside))] if beside.whole and kind == "domain" else []
            lead = Lead(beside.t(f"organisation.lead_{kind}"))
            yield Part(f"{kind}s", beside.t(f"organisation.part_{kind}"), (lead, *blocks))


def _abreast(beside: Beside, which: Sequence[str]) -> Iterator[Sequence[str]]:
    """The measures that stand in one picture: of one scale, and beside the same figure if any."""
    alike: dict[object, list[str]] = {}
    for one in which:
        alike.setdefault((scale(beside, one), reference(beside, one)), []).append(one)
    for some in alike.values():
        pictures = -(-len(some) // _PANELS)
        each = -(-len(some) // pictures)  # as even as can be
        yield from (some[at : at + each] for at in range(0, len(some), each))
