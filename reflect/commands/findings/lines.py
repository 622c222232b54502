"""Findings as lines for a terminal, each domain with a small picture of its scores."""

from collections.abc import Iterator, Sequence

from reflect.commands.findings.findings import Findings, bands, ends_missed, reached
from reflect.questionnaire.simulation import Spread

BLOCKS = " ▁▂▃▄▅▆▇█"


def lines(findings: Findings) -> Iterator[str]:
    """The report, top to bottom."""
    yield f"{findings.title}: {findings.crowd}"
    yield from _reach(findings)
    yield from _scores(findings)
    yield f"minutes: {findings.minutes}"
    yield f"report: {findings.length}"
    languages = ", ".join(findings.questionnaire.languages)
    yield f"translations: {len(findings.untranslated) or 'none'} missing ({languages})"
    yield from (f"  {fault}" for fault in findings.untranslated)


def _reach(findings: Findings) -> Iterator[str]:
    yield f"out of reach: {len(findings.out_of_reach) or 'nothing'}"
    yield from (f"  {fault}" for fault in findings.out_of_reach)
    yield f"not seen: {'nothing' if not findings.unseen else ''}".rstrip()
    yield from (f"  {kind}: {', '.join(names)}" for kind, names in findings.unseen)


def _scores(findings: Findings) -> Iterator[str]:
    spreads = findings.simulation.spreads
    if not spreads:
        return
    wide = max(len(spread.domain) for spread in spreads)
    yield "scores, from 0 to 1:"
    for spread in spreads:
        picture = sparkline(spread.columns)
        yield f"  {spread.domain:<{wide}} ▕{picture}▏ {reached(spread)}; {bands(spread)}"
        yield from _missed(spread)


def _missed(spread: Spread) -> Iterator[str]:
    for band in ends_missed(spread):
        yield f"    nobody scores in its band {band}"


def sparkline(counts: Sequence[int]) -> str:
    """A sign a column, as high as its count; a count of one is seen, none is not."""
    top = max(counts) or 1
    most = len(BLOCKS) - 1
    return "".join(BLOCKS[-(-most * count // top)] for count in counts)
