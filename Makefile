# Needs Python 3.11 or newer, git and GNU make 3.81 or newer; everything else goes into .venv.
PYTHON ?= python3
BIN    := .venv/bin
READY  := .venv/ready
SITE   := $(CURDIR)/build/wheel-site

.PHONY: help setup demo test check lint golden gallery bench docs wheel lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv with every package at its locked version (PYTHON=python3.12 picks one)

$(READY): constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "coprod-survey needs Python 3.11 or newer; $(PYTHON) is older or missing."; \
	  echo "Name a newer one: make setup PYTHON=python3.12"; exit 1; }
	@echo "Setting up .venv: about a minute, once."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r constraints.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

demo: setup ## from question bank to briefings with made-up returns, in build/demo
	$(BIN)/coprod-survey demo --out build/demo

lint: setup ## ruff and mypy
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

test: lint wheel ## lint, the README, and the tests: on the checkout, then on the wheel
	$(BIN)/python -m cogapp --check README.md
	$(BIN)/pytest
	rm -rf "$(SITE)"
	$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --target "$(SITE)" dist/*.whl
	PYTHONPATH="$(SITE)" $(BIN)/pytest --installed -o pythonpath=.

check: demo ## the slow checks: veraPDF, axe-core in Chromium, a long fuzz of the PDF layer
	$(BIN)/python -m tests.check.pdf_samples build/check/pdf
	$(BIN)/python -m tests.check build/demo build/check/pdf
	COPROD_SURVEY_FUZZ=500 $(BIN)/pytest tests/pdf

golden: setup ## accept what the code makes now as tests/golden; then read the diff
	$(BIN)/pytest --accept

gallery: setup ## rebuild reports/
	$(BIN)/python -m tests.gallery

bench: setup ## time the main commands
	$(BIN)/python -m tests.bench

docs: setup ## README's generated parts, and the documentation site in site/
	$(BIN)/python -m cogapp -r README.md
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

wheel: setup ## sdist and wheel, in dist/
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist

lock: ## make constraints.txt follow pyproject.toml (needs uv; remove the file first to upgrade)
	uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
	  --generate-hashes --no-header --no-annotate \
	  --extra dev --extra docs pyproject.toml --output-file constraints.txt

clean: ## remove everything that was made, .venv too
	rm -rf .venv build dist site .mypy_cache .pytest_cache .ruff_cache .hypothesis
