# Every target sets up what it needs. `make run` and `make test` are all a newcomer types.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test fast check lock regenerate eval bench clean system help

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

$(READY): pyproject.toml .ci/requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(READY)

run: $(READY)  ## convert samples/ into outputs/
	$(BIN)/bogoseo convert samples --out outputs

test: $(READY)  ## all tests
	$(BIN)/python -m pytest -n 2

fast: $(READY)  ## the tests that take less than a second each
	$(BIN)/python -m pytest -n 2 -m "not slow"

check: $(READY)  ## lint, types, import contracts, docs that run
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@# It measures time, so a busy machine may be blamed on a pattern: only what it finds three times counts.
	@for try in 1 2 3; do $(BIN)/redos-linter normalize | grep -A 4 VULNERABLE || exit 0; done; exit 1
	$(BIN)/python -m pytest -q --doctest-modules extract normalize

regenerate: $(READY)  ## write outputs/ anew from samples/; look at the diff
	$(BIN)/python -m pytest tests/test_samples.py --regenerate

eval: $(READY)  ## precision, recall and confidence against the labels
	$(BIN)/python -m tests.truth

bench: $(READY)  ## the benchmarks, as tables of ratios from one run
	$(BIN)/python -m tests.benchmarks

lock: $(READY)  ## pin and hash what pyproject.toml asks for
	$(BIN)/python .ci/lock.py

system:  ## system packages of the optional extras (Debian, Ubuntu)
	apt-get update -q
	apt-get install -y -q --no-install-recommends tesseract-ocr tesseract-ocr-script-hang postgresql

clean:  ## remove the environment
	rm -rf $(VENV)
