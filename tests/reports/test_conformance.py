"""PDF/UA-1 and PDF/A-2a, by the judgement of veraPDF: none of the rules is broken."""

import os
from contextlib import nullcontext
from functools import partial
from itertools import islice
from random import Random

from reflect.config import folder
from reflect.questionnaire import Library
from reflect.reports import conversation, printing, sheet
from reflect.reports.blocks import Block
from reflect.reports.exports import PAPERS
from reflect.reports.invitation import invitation
from reflect.reports.organisation.factsheet import factsheet
from reflect.reports.tagging import TaggedCanvas
from tests.reports.chance import KINDS, drawn_at_random
from tests.reports.group.gathering import told_in_all_ways
from tests.reports.hostile import HOSTILE
from tests.reports.inviting import to
from tests.reports.making import ANSWERS, document, filled_in, outcome
from tests.reports.organisation import gathering as organisation
from tests.reports.verapdf import broken

RANDOM = int(os.environ.get("REFLECT_RANDOM_DOCUMENTS", "10"))
SHEETS = 2 if RANDOM <= 10 else None
EACH = 7 if RANDOM <= 10 else 1  # of what else is handed over; `make evidence` judges all of it
BROKEN = {  # bytes of a document that keeps both, others of equal length, and the rule that tells
    "no words for a picture": (b"/Alt ", b"/Xlt ", "PDFUA-1 7.3-1"),
    "no language": (b"/Lang ", b"/Xang ", "PDFUA-1 7.2-"),
    "no title": (b"dc:title", b"dc:tilte", "PDFUA-1 7.1-9"),
    "a title that is not shown": (b"/DisplayDocTitle", b"/DisplayDocTilte", "PDFUA-1 7.1-10"),
    "header cells that point nowhere": (b"/Scope/", b"/Xcope/", "PDFUA-1 7.5-1"),
    "headings that skip a level": (b"/S/H2", b"/S/H4", "PDFUA-1 7.4.2-1"),
    "not marked as tagged": (b"/MarkInfo", b"/XarkInfo", "PDFUA-1 6.2-1"),
    "no tree": (b"/StructTreeRoot ", b"/XtructTreeRoot ", "PDFUA-1 7.1-11"),
    "no metadata": (b"/Metadata ", b"/Xetadata ", "PDFUA-1 7.1-8"),
    "letters that are not embedded": (b"/FontFile2", b"/XontFile2", "PDFUA-1 7.21.4.1-1"),
    "a link without words": (b"/Contents (", b"/Xontents (", "PDFUA-1 7.18.5-2"),
    "no way back from a link": (b"/StructParent ", b"/XtructParent ", "PDFUA-1 7.18"),
    "no way back from a page": (b"/ParentTree<<", b"/XarentTree<<", "PDFUA-1 7"),
    "pages in no order": (b"/Tabs /S", b"/Xabs /S", "PDFUA-1 7.18.3-1"),
    "colours of no profile": (b"/OutputIntents", b"/XutputIntents", "PDFA-2A 6.2.4.3-"),
    "list items without a list": (b"/S/LI/", b"/S/TR/", "PDFUA-1 7.2-"),
}


def shipped():
    """Every shipped questionnaire, in both languages, answered in four ways."""
    hostile = " ".join(text[:150] for text in HOSTILE.values())
    for questionnaire in Library.read(folder("questionnaires")).reflections:
        full = filled_in(questionnaire)
        texts = [q.id for q in questionnaire.questions.values() if q.type == "text"]
        ways = {
            "few": dict(list(full.items())[::6]),
            "all": full,
            "long": full | {text: full[text] * 15 for text in texts},
            "hostile": full | dict.fromkeys(texts, hostile),
        }
        for code in ("nl", "en"):
            for way, answers in ways.items():
                yield f"{questionnaire.id} {code} {way}", answers, questionnaire, code


def handed_over():
    """What a person takes along besides, and what a trainer hands over on paper; in all ways."""
    for name, answers, of, code in shipped():
        for make in (sheet, conversation):
            told = partial(outcome, answers, of=of, code=code, name="R&D <b>")
            yield f"{name} {make.__name__}", lambda make=make, told=told: make(told())
    for way, telling in told_in_all_ways(" ".join(text[:150] for text in HOSTILE.values())):
        for kind, make in PAPERS.items():
            yield (
                f"{telling.questionnaire.id} {telling.t.code} {way} {kind}",
                partial(make, telling),
            )


def test_every_report_keeps_both_standards(tmp_path):
    printed = {
        name: document(answers, of=questionnaire, code=code, name="R&D <b>").body
        for name, answers, questionnaire, code in shipped()
    }
    printed |= {name: make().body for name, make in islice(handed_over(), 0, None, EACH)}
    printed |= {
        f"invitation {key}": invitation(to(name[:200])).body for key, name in HOSTILE.items()
    }
    sheets = organisation.told_in_all_ways([*HOSTILE.values(), *map(str, range(30))])
    printed |= {f"beside {way}": factsheet(beside).body for way, beside in islice(sheets, SHEETS)}
    for seed in range(RANDOM):
        printed[f"random {seed}"] = drawn_at_random(Random(seed))  # noqa: S311 - no secret

    faults = broken(printed, tmp_path)

    assert {name: rules for name, rules in faults.items() if rules} == {}


def test_whatever_is_broken_on_purpose_is_found(tmp_path, monkeypatch):
    whole = document().body
    printed = {name: whole.replace(old, new) for name, (old, new, _) in BROKEN.items()}
    expected = {name: rule for name, (*_, rule) in BROKEN.items()}
    with monkeypatch.context() as patched:
        patched.setattr(TaggedCanvas, "artifact", lambda *_: nullcontext())
        printed["a footer that is content"] = document().body
    with monkeypatch.context() as patched:
        patched.setattr(printing, "writable", str)
        printed["letters without a glyph"] = document(ANSWERS | {"losse": "\u05d0"}).body
    expected["a footer that is content"] = "PDFUA-1 7.1-3"
    expected["letters without a glyph"] = "PDFUA-1 7.21"

    faults = broken(printed | {"whole": whole}, tmp_path)

    assert faults.pop("whole") == set()
    missed = {name: faults[name] for name, rule in expected.items()
              if not any(fault.startswith(rule) for fault in faults[name])}  # fmt: skip
    assert missed == {}


def test_every_kind_of_block_comes_by_chance():
    kinds = {kind.__name__ for kind in Block.__subclasses__()}

    assert {kind.__name__ for kind in KINDS} == kinds
