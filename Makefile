# Everything one can do with this checkout. All tasks set up what they need by themselves, once.
# Needed beforehand: Python 3.11 or newer with venv, and make.

PYTHON ?= python3
PY = .venv/bin/python
PIP_COMPILE = $(PY) -m piptools compile --quiet --strip-extras --no-emit-index-url --no-emit-trusted-host \
	--no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test benchmark lint format types check backup restore demo-remove lock \
	lock-jars vendor translations settings-page coverage-page clean

help: ## List the tasks
	@$(PYTHON) tools/setup.py help

setup: ## Set up what running needs (`run` does it by itself)
	@$(PYTHON) tools/setup.py run

setup-dev: ## Set up what tests and checks need (they do it by themselves)
	@$(PYTHON) tools/setup.py dev

run: setup ## Serve the site on http://127.0.0.1:8000 (PORT=, HOST=; DEMO=0 without demonstration data)
	@exec $(PY) -m symbiosis.serve run

test: setup-dev ## Run all tests on a real Neo4j and in a real browser (ARGS= for pytest)
	@exec $(PY) -m pytest -n 2 --dist loadfile $(ARGS)

benchmark: setup ## Measure the ranker on the cases written by hand (EXCHANGES= and SCORER=: on a file as well)
	@$(PY) -m benchmark
	@printf '\n## Moved since the kept results\n\n'
	@$(PY) -m benchmark.freeze --compare
	@$(if $(and $(EXCHANGES),$(SCORER)),$(PY) -m benchmark.run "$(EXCHANGES)" "$(SCORER)",:)

lint: setup-dev ## Look for mistakes with ruff, formatting included
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .

format: setup-dev ## Format the code and sort its imports
	@$(PY) -m ruff check --select I --fix .
	@$(PY) -m ruff format .

types: setup-dev ## Check types with mypy
	@$(PY) -m mypy

check: lint types test ## All of it: lint, types, tests

backup: setup ## Write the database to var/backups (pauses a running site for some seconds)
	@$(PY) -m symbiosis.serve backup

restore: setup ## Load a backup: make restore FILE=var/backups/….dump (keeps the present store aside)
	@$(PY) -m symbiosis.serve restore "$(FILE)"

demo-remove: setup ## Take the demonstration region out, and nothing else
	@$(PY) -m symbiosis.serve demo-remove

lock: setup-dev ## Write requirements*.txt anew from requirements*.in (UPGRADE=1 for newer versions)
	@$(PIP_COMPILE) $(if $(UPGRADE),--upgrade) --output-file requirements.txt requirements.in
	@$(PIP_COMPILE) $(if $(UPGRADE),--upgrade) --output-file requirements-dev.txt requirements-dev.in

lock-jars: setup-dev ## Write graph/server/jars.lock anew with Maven (VERSION= of Neo4j)
	@$(PY) tools/lock_jars.py $(VERSION)

vendor: setup-dev ## Lock, install and record the front-end files anew after a change in package.json
	@$(PY) tools/vendor_frontend.py --record

translations: setup-dev ## Gather new texts into symbiosis/translations and compile them
	@$(PY) tools/translations.py update
	@$(PY) tools/translations.py compile

settings-page: setup ## Write docs/reference/settings.md anew from the settings of the code
	@$(PY) tools/settings_page.py

coverage-page: setup ## Write docs/reference/coverage.md anew from the reference book
	@$(PY) tools/coverage_page.py

clean: ## Remove what set-up made; var/ with your data stays
	@rm -rf .venv node_modules symbiosis/static/vendor .pytest_cache .ruff_cache .mypy_cache .hypothesis
