# make demo: the graph of the bundled articles; make test: every check and test; make bench: stages, growth, goals;
# make bench-page: the page beside pyvis; make bench-faults: disturbed builds; make docs: the pages of the Python API
# and the manual page; make notebooks: from the scripts beside them; make clean: remove what these made.
# Needs Python 3.11 or later and nothing else; another Python: make demo PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check bench bench-page bench-faults docs notebooks clean

demo: $(VENV)/installed
	$(BIN)/graphbuild build graphbuild/samples/articles --output output

test: check
	$(BIN)/pytest -n 2 --dist loadfile -m "not benchmark"
	$(BIN)/pytest -m benchmark

check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/installed-dev
	$(BIN)/python -m tests.benchmarks.suite $(if $(TO),--to $(TO)) $(if $(PEERS),--peers $(PEERS)) $(if $(RECORD),--record)

bench-page: $(VENV)/installed-dev
	$(BIN)/python tests/benchmarks/page.py --output output/page.json

bench-faults: $(VENV)/installed-dev
	$(BIN)/python -m tests.benchmarks.faults 3 --output output/faults.json

docs: $(VENV)/installed-dev
	$(BIN)/python -m tests.docs.manual > docs/graphbuild.1
	$(BIN)/python -m tests.docs.api output/api

notebooks: $(VENV)/installed-dev
	$(BIN)/jupytext --quiet --to ipynb --update notebooks/*.py

clean:
	rm -rf $(VENV) output/graph.html output/graph.graphml output/graphbuild.duckdb output/.graphbuild.lock \
	    output/.graphbuild.parts output/.graphbuild.settings.json output/.graphbuild.views-older output/graph_evidence \
	    output/bench output/speed.json output/page.json output/faults.json output/export* output/api
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find graphbuild tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps below are older than a lock file that has changed, and then the installation runs again.
# Bytecode is left to be made where it is used, which keeps an ordinary installation 100 MB smaller.
$(VENV)/installed: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --no-compile --require-hashes -r requirements.lock
	$(PIP) install --no-deps --editable .
	touch $@

$(VENV)/installed-dev: requirements-dev.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements-dev.lock
	$(PIP) install --no-deps --editable .
# What `make demo` installed has no bytecode yet, and the tests time the commands; some packages hold files that do not compile.
	-$(BIN)/python -m compileall -q -j 0 $(VENV)/lib >/dev/null
	touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "graphbuild needs Python 3.11 or later, \
	but $(PYTHON) is not; name another one, for instance: make demo PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
