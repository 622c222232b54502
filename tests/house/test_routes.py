"""The addresses: in English, kebab-case, and of ids that cannot be anything else."""

import re

import pytest

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
ID = r"<(id|slug):[a-z_]+>|<(code|token)>|<int:[a-z_]+>(\.[a-z]+)?"
PART = re.compile(rf"\.well-known|[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?|{ID}")


def test_every_address_is_in_kebab_case_with_ids_of_a_kind(app):
    for rule in app.url_map.iter_rules():
        parts = [part for part in rule.rule.split("/") if part]
        assert [part for part in parts if not PART.fullmatch(part)] == [], rule.rule


def test_every_route_looks_or_changes_and_says_which(app):
    for rule in app.url_map.iter_rules():
        assert rule.methods - {"HEAD", "OPTIONS"} <= {"GET", "POST"}
