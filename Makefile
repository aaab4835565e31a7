# One command each, on a fresh machine: make site, make test, make serve. (Without make: see README.md.)
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site open serve test check benchmark clean

site: .venv/site.done
	$(BIN)/python -m scripts site
	@echo "The site is in site/. To open it:  make open  →  http://127.0.0.1:8000/"

open: site
	$(BIN)/python -m http.server --directory site --bind 127.0.0.1 8000

serve: .venv/site.done
	$(BIN)/mkdocs serve

check: .venv/site.done
	$(BIN)/python -m scripts check

test: .venv/test.done
	sh tests/browser.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

benchmark: .venv/benchmark.done
	sh tests/browser.sh
	$(BIN)/python -m benchmarks

clean:
	rm -rf .venv site .cache

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/site.done: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	touch $@

.venv/test.done: requirements-test.txt .venv/site.done
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.txt
	touch $@

.venv/benchmark.done: requirements-benchmark.txt .venv/test.done
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-benchmark.txt
	touch $@
