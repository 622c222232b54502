"""The documents as a site: built without a warning, every link right, nothing from elsewhere."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SITE = ROOT / "docs" / "site"
BUILD = (sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-c", SITE, ROOT)


@pytest.fixture(scope="module")
def links():
    """What looks at the links of a built site."""
    spec = importlib.util.spec_from_file_location("links", SITE / "links.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_documents_are_a_site_without_a_broken_link(tmp_path):
    # Measured apart it would take twice as long, and none of it is the product.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run([*BUILD, tmp_path], env=env, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    assert (done.returncode, done.stderr) == (0, "")
    built = {file.stem for file in (tmp_path / "docs").glob("*.html")}
    assert built == {file.stem for file in (ROOT / "docs").glob("*.md")}
    table = (tmp_path / "docs/professionals/who-sees-what.html").read_text("utf-8")
    assert '<span class="column">Werkgever</span>' in table  # for who reads it on a phone
    assert '<div lang="nl">' in (tmp_path / "docs/privacy/index.html").read_text("utf-8")


def test_a_link_that_leads_nowhere_and_a_load_from_elsewhere_are_found(tmp_path, links):
    (tmp_path / "a.html").write_text(
        '<h1 id="top"></h1><a href="#top"></a><a href="b.html#here"></a><a href="https://x.nl"></a>'
        '<a href="#gone"></a><a href="b.html#gone"></a><img src="gone.png">'
        '<script src="//x.nl/y.js"></script>'
    )
    (tmp_path / "b.html").write_text('<p id="here"></p>')
    (tmp_path / "c.css").write_text("@font-face { src: url(https://x.nl/y.woff2) }")
    assert links.faults(tmp_path) == [
        "a.html: #gone leads nowhere",
        "a.html: b.html#gone leads nowhere",
        "a.html: gone.png leads nowhere",
        "a.html: //x.nl/y.js is loaded from elsewhere",
        "c.css loads from elsewhere",
    ]
