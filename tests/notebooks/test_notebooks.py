"""The notebooks are equal to the scripts beside them, and run whole without a network on what the package brings along.

After a change to a script: `make notebooks`. UPDATE_README=1 makes the pictures of notebooks/README.md anew.
"""

from __future__ import annotations

import base64
import io
import os
import re
from pathlib import Path

import jupytext
import nbformat
import pytest
from matplotlib.image import imread
from nbclient import NotebookClient
from nbformat import NotebookNode
from PIL import Image

FOLDER = Path(__file__).parents[2] / "notebooks"
SCRIPTS = sorted(FOLDER.glob("*.py"))
PLOTS = {"1-explore": 2, "2-network": 5, "3-judging": 4}
"""Notebook -> how many plots it draws."""

PICTURES = {"network.png": ("2-network", 1), "careers.png": ("2-network", 2)}
"""Picture of the README -> the notebook and the number of its plot."""

NO_NETWORK = """
import socket
class NoNetwork(socket.socket):
    def connect(self, address):
        assert self.family == socket.AF_UNIX or address[0] == "127.0.0.1", f"wants to connect to {address}"
        return super().connect(address)
socket.socket = NoNetwork
"""

SECONDS = 300


def run(script: Path, folder: Path) -> NotebookNode:
    """The notebook with its outputs, run in an empty folder."""
    notebook = jupytext.read(script)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(NO_NETWORK))
    homes = {name: str(folder) for name in ("TMPDIR", "IPYTHONDIR", "MPLCONFIGDIR")}
    client = NotebookClient(notebook, kernel_name="python3", timeout=SECONDS)
    client.execute(
        cwd=str(folder), env={**os.environ, **homes, "MPLBACKEND": "module://matplotlib_inline.backend_inline"}
    )
    return notebook


@pytest.fixture(scope="module", params=SCRIPTS, ids=lambda script: script.stem)
def script(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.fixture(scope="module")
def notebook(script: Path, tmp_path_factory: pytest.TempPathFactory) -> NotebookNode:
    return run(script, tmp_path_factory.mktemp("nb"))


def plots(notebook: NotebookNode) -> list[bytes]:
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return [base64.b64decode(one.data["image/png"]) for one in outputs if "image/png" in one.get("data", {})]


def cells(notebook: NotebookNode) -> list[tuple[str, str]]:
    return [(cell.cell_type, cell.source) for cell in notebook.cells]


def test_a_notebook_is_its_script_and_carries_no_outputs(script: Path) -> None:
    pair = nbformat.read(script.with_suffix(".ipynb"), as_version=4)
    nbformat.validate(pair)
    assert cells(pair) == cells(jupytext.read(script)), "run: make notebooks"
    assert [cell.outputs for cell in pair.cells if cell.cell_type == "code" and cell.outputs] == []
    assert pair.metadata.kernelspec.name == "python3"


def test_it_runs_whole_and_warns_of_nothing(notebook: NotebookNode) -> None:
    told = [
        output.text for cell in notebook.cells for output in cell.get("outputs", []) if output.get("name") == "stderr"
    ]
    assert told == []


def test_what_stands_last_in_a_cell_shows_itself(notebook: NotebookNode) -> None:
    asked = [cell for cell in notebook.cells if re.match(r"g$|gb\.build|g\.\w+\(", cell.source.splitlines()[-1])]
    for cell in asked:
        (output,) = cell.outputs
        assert "text/html" in output.data
        assert output.data["text/plain"].strip()


def test_every_plot_shows_something(script: Path, notebook: NotebookNode) -> None:
    drawn = plots(notebook)
    assert len(drawn) == PLOTS[script.stem]
    for plot in drawn:
        pixels = imread(io.BytesIO(plot))[..., :3]
        assert min(pixels.shape[:2]) > 300
        assert 0.01 < (pixels.min(axis=2) < 0.9).mean() < 0.9


def test_the_pictures_of_the_readme_are_there(script: Path, notebook: NotebookNode) -> None:
    text = (FOLDER / "README.md").read_text("utf-8")
    for name, (_, number) in ((name, one) for name, one in PICTURES.items() if one[0] == script.stem):
        if os.environ.get("UPDATE_README"):
            picture = Image.open(io.BytesIO(plots(notebook)[number])).convert("RGB")
            picture.quantize(256).save(FOLDER / name, optimize=True)
        assert f"]({name})" in text
        assert (FOLDER / name).stat().st_size < 100_000


def test_the_readme_names_every_notebook() -> None:
    text = (FOLDER / "README.md").read_text("utf-8")
    assert set(re.findall(r"\((\d-\w+)\.ipynb\)", text)) == {one.stem for one in SCRIPTS}
