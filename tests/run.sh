#!/bin/sh
# The whole suite under coverage, two processes wide, and the bars that coverage has to clear.
set -eu
cd "$(dirname "$0")/.."

rm -f .coverage .coverage.*
.venv/bin/coverage run -m pytest -n 2 --dist worksteal "$@"
.venv/bin/coverage combine --quiet
.venv/bin/coverage report
.venv/bin/coverage report --fail-under=100 --include='reflect/questionnaire/*,reflect/disclosure/*,reflect/records/sealing.py'
