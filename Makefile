# The commands of the house. Each does its own set-up; `make help` lists them.

# Distributions build Python with the profile of programs that ran: a fifth faster than one that pyenv built.
ifndef PYTHON
PYTHON := $(shell scripts/which_python)
endif
IN_VENV := .venv/bin/python -m
PRODUCTION := DJANGO_SETTINGS_MODULE=healthsite.settings.production ALLOWED_HOSTS=www.example.org \
	SECRET_KEY=only-to-check-the-settings-0123456789-abcdefghijklmnopqrstuvwxyz \
	DATABASE_URL=sqlite:///:memory:
TEMPLATES = $(shell find templates -name '*.html')

.DEFAULT_GOAL := help
.PHONY: help run test lint format lock sbom bench drill claims-report comments-report search-report screenshots lighthouse \
	setup setup-dev

help: ## List these commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: ## Start the site with its demonstration content: make run PORT=8000
	@$(PYTHON) -m scripts.run_site

test: setup-dev ## Check and test everything, on SQLite, PostgreSQL and in a browser
	@$(PYTHON) -m scripts.system_packages
	@$(PYTHON) -m scripts.run_tests

lint: setup-dev ## Check style, templates, migrations and the production settings
	$(IN_VENV) ruff check .
	$(IN_VENV) ruff format --check .
	@$(IN_VENV) djhtml --check $(TEMPLATES)
	@DJANGO_SETTINGS_MODULE=healthsite.settings.test .venv/bin/python manage.py makemigrations --check
	@$(PRODUCTION) .venv/bin/python manage.py check --deploy --fail-level WARNING

format: setup-dev ## Put Python files and templates into the style that lint asks for
	@$(IN_VENV) ruff check --fix .
	@$(IN_VENV) ruff format .
	@$(IN_VENV) djhtml $(TEMPLATES)

lock: setup-dev ## Write requirements*.txt anew from requirements*.in: make lock OPTIONS=--upgrade
	$(IN_VENV) uv pip compile --universal --python-version 3.11 --generate-hashes --no-header $(OPTIONS) \
		--quiet requirements.in -o requirements.txt
	$(IN_VENV) uv pip compile --universal --python-version 3.11 --generate-hashes --no-header $(OPTIONS) \
		--quiet requirements-extras.in -o requirements-extras.txt
	$(IN_VENV) uv pip compile --universal --python-version 3.11 --generate-hashes --no-header $(OPTIONS) \
		--quiet requirements-dev.in -o requirements-dev.txt
	$(IN_VENV) uv pip compile --universal --python-version 3.11 --generate-hashes --no-header $(OPTIONS) \
		--quiet requirements-uv.in -o requirements-uv.txt
	@$(MAKE) --no-print-directory sbom

sbom: setup-dev ## Write docs/sbom.json, the CycloneDX list of what the site stands on
	@$(IN_VENV) cyclonedx_py requirements requirements.txt --output-reproducible --of JSON -o docs/sbom.json

claims-report: setup ## Measure the claim linter on labelled sentences
	@.venv/bin/python manage.py claims_report

comments-report: setup ## Measure the spam score on labelled comments
	@.venv/bin/python manage.py comments_report

search-report: setup ## Measure search and related articles: make search-report REPORT=docs/reports/search.md
	@$(IN_VENV) scripts.search_report $(REPORT)

bench: setup-dev ## Measure how fast the site is, beside nginx and WordPress: make bench OPTIONS="--articles 10000"
	@$(IN_VENV) bench.site_speed $(OPTIONS)

drill: setup-dev ## Break things on purpose, up to half an hour: make drill OPTIONS="--only kill --share 0.1"
	@$(IN_VENV) drills $(OPTIONS)

screenshots: setup-dev ## Take a picture of every kind of page, onto one sheet: make screenshots SITE=http://localhost:8000
	@$(IN_VENV) scripts.screenshots

lighthouse: setup-dev ## Measure pages with Lighthouse: make lighthouse REPORT=docs/reports/lighthouse.md
	@$(IN_VENV) scripts.lighthouse $(REPORT)

setup:
	@$(PYTHON) -m scripts.virtual_environment requirements.txt

setup-dev:
	@$(PYTHON) -m scripts.virtual_environment requirements.txt requirements-extras.txt requirements-dev.txt \
		requirements-uv.txt
