# The warmline's house-keeping. `make` alone tells what there is.
#
# Needs git, make and Python 3.11 or newer; everything else is fetched into .venv.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.warmline-ready

# STORY=all plays calls without a browser; PORT=8123 moves the demo.
STORY ?=
PORT ?=
# SEED=1 lets the same things break at the same seconds of `make chaos`.
SEED ?=
# PART=reserving runs one part of `make bench`; tests/load/__main__.py names them.
PART ?=
# How many evenings `make nightly` makes up, and for how many seconds `make mutants` tries.
EXAMPLES ?= 2000
SECONDS ?= 1800
FILE ?=
# Two workers for each core, see tests/sharing.py; a test alone: PYTEST_ARGS="-k two_callers".
PYTEST_ARGS ?= -n auto --dist loadfile --durations 15

# Tests start a hundred processes: compiled once, each begins in a third of the time.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help
help: ## this list
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) \
	    | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

.PHONY: setup
setup: $(STAMP) ## everything needed, into .venv (a second run does nothing)

# A stamp, so that the other targets cost nothing once the environment is there.
$(STAMP): constraints.txt pyproject.toml .ci/setup
	@.ci/setup $(VENV)
	@touch $@

.PHONY: demo
demo: $(STAMP) ## the whole warmline, phones on a page (PORT=8123); STORY=all plays calls instead
	@$(BIN)/warmline demo $(if $(STORY),--story $(STORY)) $(if $(PORT),--port $(PORT))

.PHONY: serve
serve: $(STAMP) ## the warmline itself, with the settings found in the environment
	@$(BIN)/warmline serve

.PHONY: test
test: lint types ## lint, types and every test
	$(BIN)/python -m pytest $(PYTEST_ARGS)

.PHONY: lint
lint: $(STAMP) ## style and likely mistakes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

.PHONY: types
types: $(STAMP) ## mypy --strict over the four trees
	$(BIN)/mypy

.PHONY: format
format: $(STAMP) ## put the code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: bench
bench: $(STAMP) ## how fast, how late, how heavy: each against its floor (PART=pages for one part)
	@$(BIN)/python -m tests.load $(PART)

.PHONY: load
load: $(STAMP) ## 500 callers at once, 20 new ones a second, 200 supporters: is every promise kept?
	@$(BIN)/python -m tests.load.crowd

.PHONY: chaos
chaos: $(STAMP) ## 50 calls while everything is killed, emptied and lost; what was survived (SEED=1)
	@$(BIN)/python -m tests.load.chaos $(if $(SEED),--seed $(SEED))

.PHONY: nightly
nightly: $(STAMP) ## EXAMPLES=2000 evenings made up at random, 500 calls searched for, 1,000 measured
	@WARMLINE_FAULT_EXAMPLES=$(EXAMPLES) $(BIN)/python -m pytest -n 2 --dist load --show-capture=no \
	    tests/faults/test_evenings_of_people.py tests/faults/test_evenings_of_misfortune.py
	@WARMLINE_MEASURED_EVENINGS=25 $(BIN)/python -m pytest -q -n 2 --show-capture=no tests/measures
	@WARMLINE_LEAK_CALLS=500 $(BIN)/python -m pytest -q --show-capture=no tests/leaks/test_many.py

.PHONY: mutants
mutants: $(STAMP) ## the code made wrong in one small thing after the other: does a test notice? (FILE=40_calls)
	@$(BIN)/python -m tests.mutants --seconds $(SECONDS) $(if $(FILE),--file $(FILE)) $(if $(SEED),--seed $(SEED))

.PHONY: docs
docs: $(STAMP) ## what is drawn from the code anew: call states, data inventory, the README's settings
	@$(BIN)/python -m warmline.domain.drawing > docs/call-states.md.new
	@mv docs/call-states.md.new docs/call-states.md
	@$(BIN)/python -m warmline.inventory > docs/data-inventory.md.new
	@mv docs/data-inventory.md.new docs/data-inventory.md
	@$(BIN)/python -m warmline.prompts --paper > docs/prompts.md.new
	@mv docs/prompts.md.new docs/prompts.md
	@$(BIN)/python .ci/readme
	@$(BIN)/python -m warmline.services.alarm_paper docs/operating.md

.PHONY: pins
pins: $(STAMP) ## constraints.txt anew, from pyproject.toml
	@.ci/pins $(BIN)/uv
