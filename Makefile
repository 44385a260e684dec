# Every command the project knows. `make` alone lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
PORT ?= 8000
export PORT
# Each file of tests in one of two processes; WORKERS=0 for a debugger.
WORKERS ?= 2
PARALLEL := --numprocesses $(WORKERS) --dist loadfile

SOURCES := portal home surveys news tests manage.py
TEMPLATES := $(shell find portal home surveys news -name '*.html' 2>/dev/null)
STATIC_SOURCES := $(shell find static portal home surveys news -path '*static/*' -type f 2>/dev/null)
LOCALES := $(notdir $(wildcard portal/locale/*))
CATALOGUES := $(shell find portal home surveys news -name '*.po' 2>/dev/null)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help install run test lint bench prove messages language lock clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(VENV)/installed var/static.built var/catalogues.built ## set up .venv, messages and static files

run: install ## start the portal on http://localhost:PORT with the demo city (PORT=8000)
	@exec $(MANAGE) serve --port $(PORT) --first "migrate --verbosity 0" --first "load_demo --if-empty" \
		--first provision_languages

test: $(VENV)/tested var/catalogues.built ## run the tests (ARGS="tests/surveys -k wave")
	@$(BIN)/pytest $(PARALLEL) $(ARGS)

lint: $(VENV)/tested ## check style, formatting, templates and layers
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/djlint --quiet --lint $(TEMPLATES)
	@$(BIN)/djhtml --check --tabwidth 2 $(TEMPLATES)
	PYTHONPATH=. $(BIN)/lint-imports

bench: $(VENV)/tested var/catalogues.built ## measure answering, results and articles
	@$(BIN)/pytest -o addopts="--import-mode=importlib" tests/benchmarks --benchmark-only $(ARGS)

prove: $(VENV)/tested var/catalogues.built ## the long runs: all tests, and the measurements into docs/figures.md
	@$(BIN)/pytest $(PARALLEL) $(ARGS)
	@$(BIN)/pytest -o addopts="--import-mode=importlib" tests/benchmarks --benchmark-only \
		--benchmark-json=var/benchmarks.json
	@$(BIN)/python tests/benchmarks/figures.py var/benchmarks.json > docs/figures.md
	@$(BIN)/python tests/benchmarks/api_fuzz.py

messages: | $(VENV)/bin/python ## bring the message catalogues up to date (needs gettext)
	@$(MANAGE) makemessages $(addprefix --locale ,$(LOCALES)) --no-wrap --no-obsolete --add-location file \
		--ignore var --ignore tests
	@sed -i.was 's/^"POT-Creation-Date: .*/"POT-Creation-Date: 2026-01-01 00:00+0000\\n"/' portal/locale/*/LC_MESSAGES/django.po
	@rm portal/locale/*/LC_MESSAGES/django.po.was

language: | $(VENV)/installed ## begin a language: make language CODE=fr (docs/languages.md)
	@$(MANAGE) add_language $(CODE)

lock: $(VENV)/installed ## write the two requirements files from pyproject.toml
	@$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile $(LOCK) --constraint requirements.txt --extra tests pyproject.toml \
		--output-file tests/requirements.txt

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links

clean: ## remove what was built; the data in var/ stays
	rm -rf $(VENV) var/static var/static.built var/catalogues.built .pytest_cache .ruff_cache
	find portal home surveys news -name '*.mo' -delete

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed." if sys.version_info < (3, 11) else 0)'
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || (rm -rf $(VENV); \
		echo "Python's venv module is needed; on Debian: apt-get install python3-venv"; exit 1)

$(VENV)/installed: requirements.txt | $(VENV)/bin/python
	@echo "Installing requirements ..."
	@$(BIN)/python -m pip install $(PIP) -r requirements.txt
	@touch $@

$(VENV)/tested: tests/requirements.txt | $(VENV)/bin/python
	@echo "Installing requirements of the tests ..."
	@$(BIN)/python -m pip install $(PIP) -r tests/requirements.txt
	@touch $@

PIP := --quiet --disable-pip-version-check --no-input --require-hashes --only-binary :all:

var/static.built: $(STATIC_SOURCES) $(VENV)/installed
	@mkdir -p var
	@$(MANAGE) collectstatic --no-input --verbosity 0
	@touch $@

var/catalogues.built: $(CATALOGUES) | $(VENV)/bin/python
	@mkdir -p var
	@$(MANAGE) compile_catalogues
	@touch $@
