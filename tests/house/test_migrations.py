"""Migrations add first and take away later, so that the version before goes on meanwhile."""

import ast
import re

import pytest

from reflect.records import revision

VERSIONS = sorted((revision.folder() / "versions").glob("[0-9]*.py"))
BEFORE = "0019"  # what came up to here, before there was this rule
ADDS = {"create_table", "add_column", "create_index", "batch_alter_table", "f"}
LOOKS = {"get_bind", "get_context"}
OURS = ("op", "batch_op")
TAKES = """
def upgrade():
    {}
"""


def breaks(source: str) -> list[str]:
    """What of an upgrade the version before, still serving, cannot bear; or everybody waits for."""
    [upgrade] = [one for one in ast.parse(source).body if getattr(one, "name", "") == "upgrade"]
    ours = [one for one in ast.walk(upgrade) if isinstance(one, ast.Call) and of(one) in OURS]
    batches = [one for one in ast.walk(upgrade) if isinstance(one, ast.With)]
    new = {word(one) for one in ours if one.func.attr == "create_table"}
    for batch in batches:  # what is done to a new table in a batch may be anything
        about = batch.items[0].context_expr
        if about.func.attr == "batch_alter_table" and word(about) in new:
            ours = [one for one in ours if one not in list(ast.walk(batch))]
    told = [ast.unparse(one) for one in ours if not bears(one, new)]
    calls = [ast.unparse(one) for one in ast.walk(upgrade) if isinstance(one, ast.Call)]
    alone = [one for one in calls if one.startswith("index(")]  # it is in no transaction
    told += alone if ours or alone[1:] else []
    return told + sorted(touched(ours) - new)[1:]


def bears(call: ast.Call, new: set[str]) -> bool:
    """Tables that are new may get anything; others new columns, and indices by `growth.index`."""
    does = call.func.attr
    if does == "create_index":
        return word(call, 1) in new
    if does == "add_column":
        column = next(one for one in call.args if isinstance(one, ast.Call))
        said = {one.arg: ast.unparse(one.value) for one in column.keywords}
        return said.get("nullable") == "True" or "server_default" in said
    return does in ADDS | LOOKS


def touched(calls: list[ast.Call]) -> set[str]:
    """The tables that get anything: who holds one while asking for another makes people fail."""
    named = {"add_column": 0, "create_index": 1, "batch_alter_table": 0}
    return {word(one, named[one.func.attr]) for one in calls if one.func.attr in named} - {""}


def of(call: ast.Call) -> str:
    return ast.unparse(call.func).partition(".")[0]


def word(call: ast.Call, place: int = 0) -> str:
    """What stands there, when that is a word."""
    return getattr(call.args[place], "value", "")


def contracts(path) -> bool:
    """Whether a migration says by its name that it takes away what nobody looks at any more."""
    return path.stem[5:].startswith("contract_")


def after(source: str) -> str:
    """The revision of the first release whose code did without what is taken away."""
    return re.search(r'^AFTER = "(\d{4})"$', source, re.MULTILINE)[1]


def test_a_migration_adds_or_says_by_its_name_that_it_takes_away():
    for path in VERSIONS:
        source = path.read_text("utf-8")
        if contracts(path):
            assert after(source) < path.name[:4], path
        elif path.name[:4] > BEFORE:
            assert breaks(source) == [], path


@pytest.mark.parametrize(
    "step",
    [
        'op.drop_column("person", "language")',
        'op.alter_column("person", "since", nullable=False)',
        'op.alter_column("person", "since", new_column_name="day")',
        'op.rename_table("person", "human")',
        'op.execute("UPDATE person SET language = NULL")',
        'op.add_column("person", sa.Column("mood", sa.Integer(), nullable=False))',
        'op.create_index("ix", "person", ["since"])',
        'op.create_index("ix", "person", ["since"], postgresql_concurrently=True)',
        'op.create_unique_constraint("uq", "person", ["since"])',
        'op.create_foreign_key("fk", "person", "staff", ["a"], ["id"])',
    ],
)
def test_what_takes_away_or_makes_everybody_wait_is_found(step):
    assert breaks(TAKES.format(step)) == [step.replace('"', "'")]


def test_an_index_that_is_in_no_transaction_stands_alone():
    more = 'op.create_table("a")\n    index(op, "ix", "person", ["since"])'
    assert breaks(TAKES.format(more)) == ["index(op, 'ix', 'person', ['since'])"]


def test_two_tables_in_one_migration_are_found():
    both = "\n    ".join(f"op.add_column('{one}', Column('a', server_default=''))" for one in "ab")
    assert breaks(TAKES.format(both)) == ["b"]


@pytest.mark.parametrize(
    "step",
    [
        'op.add_column("person", sa.Column("mood", sa.Integer(), nullable=True))',
        'op.add_column("person", sa.Column("mood", sa.Integer(), server_default="0"))',
        'index(op, "ix", "person", ["since"])',
        'op.create_table("note"); op.create_index("ix", "note", ["day"])',
        "op.create_table('a')\n    with op.batch_alter_table('a'): batch_op.create_index('i', [])",
    ],
)
def test_what_only_adds_passes(step):
    assert breaks(TAKES.format(step)) == []
