"""The page's scripts: the pure modules by node's own test runner, and their way into one script."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from graphbuild.explorer.bundle import FOLDER, bundle

TESTS = Path(__file__).parent / "js"


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
def test_the_pure_modules_hold_their_laws() -> None:
    files = sorted(str(file) for file in TESTS.glob("*.test.mjs"))
    ran = subprocess.run(["node", "--test", *files], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
def test_the_bundle_is_one_script_that_node_can_read(tmp_path: Path) -> None:
    script = tmp_path / "page.js"
    script.write_text(bundle(), encoding="utf-8")
    ran = subprocess.run(["node", "--check", str(script)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_every_module_is_in_the_bundle_once_and_behind_what_it_imports() -> None:
    script = bundle()
    modules = [file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*.js")]
    assert all(script.count(f"// {name}\n") == 1 for name in modules)
    assert script.index("// text.js\n") < script.index("// model/columns.js\n") < script.index("// main.js\n")


def test_modules_keep_their_names_to_themselves(tmp_path: Path) -> None:
    write(tmp_path, "a.js", "const size = 1;\nexport const two = () => size + 1;\n")
    write(
        tmp_path,
        "b/c.js",
        'import {\n  two,\n} from "../a.js";\nconst size = 40;\nexport function all() { return two() + size; }\n',
    )
    write(
        tmp_path,
        "main.js",
        'import { all } from "./b/c.js";\nimport { two } from "./a.js";\nconsole.log(all(), two());\n',
    )
    script = bundle("main.js", tmp_path)
    assert "import" not in script
    if node := shutil.which("node"):
        assert subprocess.run([node, "-e", script], capture_output=True, text=True, check=True).stdout == "42 2\n"


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ('import * as a from "./a.js";', r"main\.js: not understood: import \* as a"),
        ('import { one as two } from "./a.js";', r"main\.js: one as two: not exported by \./a\.js"),
        ('import { three } from "./a.js";', r"main\.js: three: not exported by \./a\.js"),
        ('import { one } from "./none.js";', r"none\.js: there is no such module"),
        ("export default 3;", r"main\.js: not understood: export default"),
        ("export let x = 3;", r"main\.js: not understood: export let"),
        ('import { back } from "./back.js";', r"modules import each other: main\.js -> back\.js -> main\.js"),
    ],
)
def test_forms_that_the_bundle_does_not_know_are_named(tmp_path: Path, source: str, complaint: str) -> None:
    write(tmp_path, "a.js", "export const one = 1;\n")
    write(tmp_path, "back.js", 'import { one } from "./main.js";\nexport const back = one;\n')
    write(tmp_path, "main.js", source + "\n")
    with pytest.raises(ValueError, match=complaint):
        bundle("main.js", tmp_path)


def write(folder: Path, name: str, source: str) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(source, encoding="utf-8")
