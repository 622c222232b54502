"""The picture of a group for its wall: one page, few words, to be read from two metres."""

from reflect.reports.blocks import Block, Lead, Note, Paragraph, Part
from reflect.reports.document import Document
from reflect.reports.group.bars import bars
from reflect.reports.group.naming import dated, filed
from reflect.reports.group.telling import Telling


def wall(telling: Telling) -> Document:
    """One A4 as a PDF."""
    # ReportLab takes half a second to load: whoever never prints never waits for it
    from reflect.reports.poster import poster  # noqa: PLC0415 - see above
    from reflect.reports.tagging import Metadata  # noqa: PLC0415 - see above

    t, part = telling.t, wall_part(telling)
    title = f"{telling.subject}: {t('picture.wall_file')}"
    metadata = Metadata(title, t("report.product"), t.code, telling.day)
    name = filed(telling, t("picture.file_wall"), "pdf")
    return Document(name, "application/pdf", poster(part, metadata))


def wall_part(telling: Telling) -> Part:
    """Whose it is, the bars, and one question; what is not told says so, and no more."""
    t = telling.t
    when = t("evaluation.name") if telling.is_evaluation else telling.when(telling.release)
    above = f"{telling.subject} · {when}" if not telling.is_evaluation else telling.subject
    kind = "context" if telling.is_evaluation else "domain"
    picture = bars(telling, kind)
    if not picture:
        blocks: tuple[Block, ...] = (Lead(t("picture.wall_nothing")),)
        return Part("wall", telling.group, blocks, above)
    scale = telling.scale(telling.told(kind)[0])
    notes = [t("picture.wall_scale", scale=scale), t("picture.wall_people")]
    if any(mark.value is None for mark in picture[0].marks):
        notes.append(t("picture.wall_withheld"))
    notes.append(dated(telling))
    lead = t("picture.opinion_wall_lead" if telling.is_evaluation else "picture.wall_lead")
    ask = t("picture.opinion_wall_ask" if telling.is_evaluation else "picture.wall_ask")
    return Part(
        "wall", telling.group, (Lead(lead), *picture, Paragraph(ask), Note(" ".join(notes))), above
    )
