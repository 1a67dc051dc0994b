# The verbs of this house. Each sets up what it needs, in $(VENV), from the locked requirements.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready

.PHONY: run review test lint docs site bench image pages hook lock

run: $(READY)  ## lint our own list of invented papers
	$(BIN)/listlint check --fail-on never examples/README.md

review: $(READY)  ## what the bot says on a pull request to our list: it is red, and that is no failure
	$(BIN)/python examples/review.py || test $$? -eq 1

image: $(READY)  ## the action's image, built and run
	.ci/image

pages: $(READY)  ## the report, looked at in Chromium
	.ci/pages

test: $(READY)  ## TESTFLAGS is handed to pytest
	$(BIN)/python -m pytest -n 2 $(TESTFLAGS)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PYTHONPATH=src $(BIN)/lint-imports

docs: $(READY)  ## pages of rules, tables of keys, schemas: what is made from the code
	$(BIN)/python docs/generate.py

site:  ## docs/ as a site, in build/site
	.ci/site

hook: $(READY)  ## the hook, as pre-commit installs and runs it
	.ci/hook

bench: $(READY)  ## LISTS: files and folders; without it invented lists are used
	$(BIN)/python benchmarks/reading.py $(if $(LISTS),--lists $(LISTS))
	$(BIN)/python benchmarks/disguise.py $(if $(LISTS),--lists $(LISTS))
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/links.py

lock: $(READY)  ## newest versions that pyproject.toml allows, with hashes
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile $(LOCK) --extra rst pyproject.toml --output-file requirements/run.txt
	$(BIN)/uv pip compile $(LOCK) --group dev pyproject.toml --output-file requirements/dev.txt
	$(BIN)/uv pip compile $(LOCK) requirements/build.in --output-file requirements/build.txt
	$(BIN)/uv pip compile $(LOCK) requirements/delivery.in --output-file requirements/delivery.txt

LOCK = --quiet --upgrade --no-strip-extras --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"

$(READY): requirements/dev.txt pyproject.toml hatch_build.py
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src  # so that a run starts quickly where Python may write no bytecode
	touch $@
