# One recipe per job; CI and pre-commit call the same ones.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
DEMO ?= build/demo
WORKERS ?= 2

.PHONY: demo test lint check format bench parity golden clean
.DEFAULT_GOAL := demo

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

# Years of the scheme, simulated and booked; the folder is the demo's own and is made anew each time.
demo: $(VENV)/.installed
	@rm -rf $(DEMO)
	$(BIN)/anxinbao run --out $(DEMO)

# What reads the code without running it.
lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports

# Everything; the last line is pytest's own.
test: lint
	$(BIN)/python -m pytest -n $(WORKERS)

# The quick look before a commit: lint, and the shape of the code.
check: lint
	$(BIN)/python -m pytest tests/architecture

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Ratios, not seconds: printed as a table and written to build/bench.json.
bench: $(VENV)/.installed-dev
	$(BIN)/python -m tests.benchmarks --out build/bench.json

# Both engines write the same tape, over many random worlds and policies.
parity: $(VENV)/.installed-dev
	$(BIN)/python -m tests.parity

# Writes the stored reports and heads anew; read the difference before you commit it.
golden: $(VENV)/.installed-dev
	ANXINBAO_GOLDEN=write $(BIN)/python -m pytest -n $(WORKERS) -m golden

clean:
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -path ./$(VENV) -prune -o -name __pycache__ -type d -print0 | xargs -0 rm -rf
