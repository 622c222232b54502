# Everything a person does with this project; `make` lists it.
.DEFAULT_GOAL := help
.PHONY: help setup run test check migration docs bench sample evidence crash browser sbom
export UV_PYTHON_DOWNLOADS = never
export UV_COMPILE_BYTECODE = 1
UV = $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
BIN = .venv/bin

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

.uv/bin/uv:
	@command -v uv >/dev/null 2>&1 || { python3 -m venv .uv && .uv/bin/pip --quiet install "uv>=0.13"; }

setup: .uv/bin/uv ## install what the project needs into .venv
	@$(UV) sync --locked --quiet

run: setup ## start the app on this machine, with a demo
	@$(BIN)/reflect run --demo

browser: setup
	@sh tests/browser.sh

test: browser ## run every test, once, under coverage
	@sh tests/run.sh

check: setup ## the static checks: lock, format, lint, types, arrows
	$(UV) lock --check
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

migration: setup ## write the next migration from the models: make migration of="what it does"
	$(BIN)/reflect migrate --write "$(of)"

sample: setup ## make the pictures that the documents show, or some: make sample of="joining code"
	$(BIN)/python docs/sample.py $(of)

docs: setup ## make a site of the documents, each link checked; links=outside: also those that lead elsewhere
	@$(BIN)/sphinx-build -q -W --keep-going -a -E -c docs/site . docs/_build
	@$(if $(filter outside,$(links)),$(BIN)/sphinx-build -q -b linkcheck -c docs/site . docs/_build/outside,:)
	@echo "Open file://$(CURDIR)/docs/_build/index.html"

bench: setup ## measure, and print the figures, or some: make bench of=five,start postgres=yes
	$(BIN)/python benchmarks/run.py $(if $(of),--of $(of)) $(if $(filter yes,$(postgres)),--postgres)

evidence: browser ## run what takes too long for every day, and keep what it found: make evidence of=paper
	$(BIN)/python docs/evidence/run.py $(of)

sbom: setup ## write down what an installation consists of, as CycloneDX
	@mkdir -p dist && $(UV) export --locked --quiet --no-dev --all-extras --format cyclonedx1.5 -o dist/reflect.cdx.json

crash: setup ## kill the server CYCLES times in the middle of everything: make crash CYCLES=20
	@PYTHONPATH=. CYCLES=$(or $(CYCLES),10) $(BIN)/python docs/evidence/crash.py --alone
