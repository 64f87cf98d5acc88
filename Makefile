# Every target sets up .venv by itself when it is missing or older than its description.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# Recorded material beside the project; only tests and measurements may see it.
SHARED ?= ../shared
unexport RATSLUPE_SHARED
with_shared = RATSLUPE_SHARED="$$(cd "$(SHARED)" 2>/dev/null && pwd || printf %s "$(SHARED)")"

PYTHON ?= python3
BIN := .venv/bin
DEMO ?= build/demo

.PHONY: help setup demo test check browser bench fuzz score fix train lock clean

help:  ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: .venv/.stamp  ## set up .venv with the locked packages

.venv/.stamp: constraints.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "ratslupe needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

demo: setup  ## crawl simulated councils on this machine and write the site
	$(BIN)/ratslupe demo

test: setup  ## run the tests (PYTEST_ARGS="-k name" for some of them)
	$(with_shared) $(BIN)/python -m pytest -n 2 --dist loadfile $(PYTEST_ARGS)

check: setup  ## style, types, import contracts, sizes and forbidden words
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python tests/tools/check_size.py
	$(BIN)/python tests/tools/check_words.py

browser: demo  ## accessibility of the demo's pages in Chromium, with screenshots
	$(with_shared) bash tests/browser/setup.sh $(DEMO)

bench: setup  ## how fast recorded documents are read
	$(with_shared) $(BIN)/python tests/tools/bench.py

fuzz: setup  ## every pattern on a megabyte made to be slow for it
	$(BIN)/python -m tests.linear

score: setup  ## facts against hand-labelled documents; writes docs/ACCURACY.md
	$(with_shared) $(BIN)/python tests/tools/run_score.py

TRAIN ?=
train: setup  ## train small components and measure them against the rules (TRAIN=names)
	$(with_shared) OMP_NUM_THREADS=1 $(BIN)/python tests/tools/train_models.py $(TRAIN)

fix: setup  ## mend style where a machine can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Extra indexes and folders of wheels are left out, so that the lock holds the public hashes of every platform.
lock:  ## write constraints.txt anew from pyproject.toml
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet 'pip-tools>=7.5'
	env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock" \
	  build/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe --all-extras --all-build-deps --strip-extras \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file=constraints.txt pyproject.toml

clean:  ## remove everything that these commands made
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
