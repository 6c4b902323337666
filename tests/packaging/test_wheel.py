"""What is installed is all that the program needs: built as pip builds it, installed into an empty folder, and run."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import graphbuild as gb

ROOT = Path(__file__).parents[2]
MANUAL = f"graphbuild-{gb.__version__}.data/data/share/man/man1/graphbuild.1"


def build(tree: Path, folder: Path, *targets: str) -> Path:
    """Build packages of `tree` without the network; return the folder they are in."""
    command = [sys.executable, "-m", "hatchling", "build", "-d", folder, *(f"-t{target}" for target in targets)]
    subprocess.run(command, cwd=tree, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("packages"), "sdist", "wheel")


@pytest.fixture(scope="module")
def wheel(packages: Path) -> Path:
    (found,) = packages.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel alone in it; what it depends on is that of this environment."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*pip, "--no-compile", "--target", folder, wheel], check=True, capture_output=True)
    return folder


def run(installed: Path, folder: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a program in `folder` that finds the installed package and not this checkout."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8",
        check=False,
    )  # fmt: skip


def content(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_wheel_has_every_file_of_the_package_and_the_manual_page(wheel: Path) -> None:
    package = ROOT / "graphbuild"
    files = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    }
    found = content(wheel)
    assert {"graphbuild/py.typed", "graphbuild/store/views.sql"} <= files.keys()
    assert {name: data for name, data in found.items() if name.startswith("graphbuild/")} == files
    assert found[MANUAL] == (ROOT / "docs" / "graphbuild.1").read_bytes()
    others = {name.partition("/")[2] for name in found if ".dist-info/" in name}
    assert others == {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}


def test_the_source_distribution_has_all_to_build_the_same_wheel_and_to_test_it(
    packages: Path, wheel: Path, tmp_path: Path
) -> None:
    (source,) = packages.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path, filter="data")
    (tree,) = tmp_path.iterdir()
    for name in ("README.md", "CHANGELOG.md", "LICENSE", "Makefile", "requirements.lock", "requirements-dev.lock"):
        assert (tree / name).read_bytes() == (ROOT / name).read_bytes()
    assert (tree / "tests" / "packaging" / Path(__file__).name).is_file()
    (again,) = build(tree, tmp_path / "again", "wheel").glob("*.whl")
    assert content(again) == content(wheel)


def test_the_installed_demo_runs_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = run(installed, tmp_path, "-c", "import graphbuild; print(graphbuild.__file__)").stdout.strip()
    assert where == str(installed / "graphbuild" / "__init__.py")
    done = run(installed, tmp_path, "-m", "graphbuild", "demo")
    assert (done.returncode, done.stderr) == (0, "")
    assert "articles: 42 new, 0 changed, 0 unchanged, 0 failed" in done.stdout
    page = tmp_path / "graphbuild-demo" / "graph.html"
    assert f"page: {page.relative_to(tmp_path)}" in done.stdout
    assert "vis.Network" in page.read_text("utf-8")
    told = run(installed, tmp_path, "-m", "graphbuild", "sql", "SELECT count(*) FROM persons", "-g", "graphbuild-demo")
    assert told.stdout.splitlines()[1] == "80"
    assert not list(installed.glob("graphbuild/**/*.duckdb"))


def test_the_command_and_its_manual_are_installed(installed: Path, tmp_path: Path) -> None:
    shown = run(installed, tmp_path, installed / "bin" / "graphbuild", "--version")
    assert shown.stdout == f"graphbuild {gb.__version__}\n"
    assert (installed / "share" / "man" / "man1" / "graphbuild.1").is_file()


def test_the_package_says_what_it_is(wheel: Path) -> None:
    metadata = content(wheel)[f"graphbuild-{gb.__version__}.dist-info/METADATA"].decode()
    for line in (
        "Name: graphbuild",
        "License-Expression: MIT",
        "Classifier: Typing :: Typed",
        "Requires-Python: >=3.11",
    ):
        assert line in metadata.splitlines()
    for extra in ("notebook", "ftm", "dev"):
        assert f"Provides-Extra: {extra}" in metadata.splitlines()
