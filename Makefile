.PHONY: docs help check test lint format types contracts pictures bench

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

check: ## everything that CI checks, in a fresh virtual environment
	.ci/run

test: ## the tests
	.venv/bin/pytest

lint: ## the linter and the formatter's check
	.venv/bin/ruff check . && .venv/bin/ruff format --check .

format: ## mend what the linter and the formatter can mend
	.venv/bin/ruff check --fix . && .venv/bin/ruff format .

types: ## the strict type checker
	.venv/bin/mypy

contracts: ## which room may import which
	.venv/bin/lint-imports

bench: ## figures, each a ratio taken in one run
	-.venv/bin/python benchmarks/start.py
	-.venv/bin/python benchmarks/typed.py
	-.venv/bin/python benchmarks/timeline.py
	-.venv/bin/python benchmarks/accounts.py
	-.venv/bin/python benchmarks/typing_echo.py
	-.venv/bin/python benchmarks/room.py

docs: ## the pages and pictures that are made from the program
	.venv/bin/python docs/make.py

pictures: ## of these only the pictures
	.venv/bin/python docs/make.py pictures
