"""The table of security names tests that exist; the page beside it tells the code's numbers."""

import ast
import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

from reflect.app import BIGGEST_REQUEST
from reflect.questionnaire.checks.shape import MAXIMUM
from reflect.records import attempts, dispatches, factors, goals, terms
from reflect.records.audit.actions import KINDS
from reflect.web import fresh, passwords, planning
from tests.house.test_documents import rows

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security" / "README.md").read_text("utf-8")
with (ROOT / "docs" / "security" / "asvs.csv").open(newline="") as file:
    TABLE = list(csv.DictReader(file))
ID = re.compile(r"V([1-9]|1[0-7])\.[1-9]\.[1-9][0-9]?")
APPLY = {"1": 59, "2": 122}  # of 70 and 183; the page names those that do not
NOT_YET = {  # of level 1, with a reason in the table: a new one is a decision
    *("V5.2.2", "V6.2.3", "V7.2.4", "V12.1.1", "V12.2.2", "V14.2.1", "V15.2.1"),
}
MINUTE = 60


def numbers(heading) -> dict[str, int]:
    """What a table of the page says: words, and a number."""
    return {words: int(number) for words, number in rows(PAGE, heading)}


@cache
def written_in(path: str) -> set[str]:
    """The tests of a file, as it is written."""
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_requirement_has_a_row_and_every_row_a_test_or_an_exception():
    assert list(TABLE[0]) == ["id", "level", "test", "exception"]
    ids = [row["id"] for row in TABLE]
    assert [one for one in ids if not ID.fullmatch(one)] == []
    assert ids == sorted(set(ids), key=lambda one: [int(part) for part in one[1:].split(".")])
    assert Counter(row["level"] for row in TABLE) == APPLY
    assert [row["id"] for row in TABLE if not row["test"] + row["exception"]] == []


def test_every_test_that_the_table_names_is_there():
    named = [(row["id"], test) for row in TABLE for test in row["test"].split()]
    missing = [
        (id_, test)
        for id_, test in named
        if not test.startswith("tests/")
        or not (ROOT / test.partition("::")[0]).is_file()
        or test.partition("::")[2] not in written_in(test.partition("::")[0])
        or not test.partition("::")[2].startswith("test_")
    ]
    assert missing == []


def test_what_is_not_so_at_the_first_level_is_named_here():
    assert {row["id"] for row in TABLE if row["level"] == "1" and row["exception"]} == NOT_YET
    assert all(row["exception"][:9] in ("", "not yet: ") for row in TABLE)


def test_what_is_left_out_is_not_in_the_table_as_well():
    left_out = {
        f"V{one.removeprefix('V')}"
        for cell, _ in rows(PAGE, "Left out")
        for one in cell.split(", ")
    }
    assert [
        row["id"]
        for row in TABLE
        if any(row["id"] == one or row["id"].startswith(f"{one}.") for one in left_out)
    ] == []


def test_the_page_on_security_tells_the_numbers_of_the_code():
    limits = {
        kind: (count, span.seconds // MINUTE) for kind, (count, span) in attempts.LIMITS.items()
    }
    found = list(numbers("## What is taken in").values())
    assert found == [
        *(BIGGEST_REQUEST, 1000, MAXIMUM, 10_000, goals.MOST, planning.MOST, dispatches.MOST),
        *(passwords.SHORTEST, passwords.LONGEST, *limits["account"], *limits["address"]),
        *(factors.LOCKED_AFTER, limits["mailbox"][0], 5),
    ]
    assert list(numbers("There is no other way").values()) == [
        *(terms.IDLE.count, terms.SIGNED_IN.count, terms.STAFF_IDLE.count),
        *(terms.STAFF_SIGNED_IN.count, fresh.FRESH.seconds // MINUTE),
    ]


def test_the_page_on_security_tells_what_is_logged():
    assert set(rows(PAGE, "## Logs")[0][0].replace("`", "").split()) == set(KINDS)


def test_the_page_on_security_says_how_soon_a_hole_is_mended():
    promised = PAGE.partition("## Mending")[2]
    assert re.findall(r"within (a week|\d+ days)", promised) == ["a week", "30 days", "a week"]
    assert "docs/security/README.md" in (ROOT / "SECURITY.md").read_text("utf-8")


def test_the_proxy_that_is_advised_speaks_no_old_tls_and_logs_no_address():
    advised = (ROOT / "docs" / "nginx.conf").read_text("utf-8")
    assert re.findall(r"ssl_protocols (.+);", advised) == ["TLSv1.2 TLSv1.3"]
    (ciphers,) = re.findall(r"ssl_ciphers (.+);", advised)
    assert all(re.match(r"ECDHE-.*(GCM|CHACHA20)", one) for one in ciphers.split(":"))
    assert advised.count("access_log off;") == advised.count("listen [::]") == 2
