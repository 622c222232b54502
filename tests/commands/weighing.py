"""What a command loads when it is really typed."""

import subprocess
import sys

HEAVY = {"flask", "sqlalchemy", "reportlab", "alembic", "wtforms", "cryptography"}
SCRIPT = """
import sys
from reflect.commands import main
status = main(sys.argv[1:])
print(status, *sys.modules, file=sys.stderr)
"""


def typed(*words):
    """What a shell would start."""
    return [sys.executable, "-c", SCRIPT, *words]


def imported(*words):
    """The heavy packages that a command, which must succeed, has loaded."""
    done = subprocess.run(typed(*words), capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    status, *modules = done.stderr.split()
    assert status == "0"
    return HEAVY & set(modules)
