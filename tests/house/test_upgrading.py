"""Who upgrades reads what changed for them, of each version there is."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
UPGRADING = (ROOT / "docs" / "upgrading.md").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_version_of_the_changelog_has_its_section_for_who_upgrades():
    versions = re.findall(r"^## \[.*?(\d+\.\d+\.\d+)", CHANGELOG, re.MULTILINE)
    _, told = UPGRADING.split("## What changed for you")

    assert re.findall(r"^### (\S+)", told, re.MULTILINE) == versions
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] in versions
