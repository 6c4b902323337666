"""The settings of a collection, `graphbuild.toml`: its name, the language of labels, the gazetteer, and filters.

    name = "Military Region 6"          # the title of the page
    language = "vi"                     # of the page's labels: en or vi
    gazetteer = ["names", "en"]         # folders and files, from where this file lies; names of shipped packs

    [filters]                           # of questions, `view` and `export` unless told otherwise
    only = ["person", "unit"]
    from = "2021"
    confidence = 0.5

A build looks for it in the output folder and then in the folders of its sources, and remembers what it says with the
graph, so that every question knows it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuild.errors import ResourceError, UsageError

if TYPE_CHECKING:
    from graphbuild.graph import Filters

FILE = "graphbuild.toml"

REMEMBERED = ".graphbuild.settings.json"
"""The file of the output folder in which a build leaves what the settings say."""

OPTIONS = {"only": "only", "type": "types", "role": "roles", "source": "sources", "from": "since", "to": "until"}
"""Name of a filter in the file and at the command line -> its name in Python; `confidence` is the same in all."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What `graphbuild.toml` says; without one everything is as it is by default.

    Attributes
    ----------
    name: the title of the page. language: of its labels, 'en' or 'vi'.
    gazetteer: what is laid over the gazetteer: absolute paths and names of packs.
    filters: by the names of the command line's options ('from': '2021').
    """

    name: str = ""
    language: str = "en"
    gazetteer: tuple[str, ...] = ()
    filters: Mapping[str, Any] = field(default_factory=dict)

    def only(self) -> Filters:
        """The filters as questions take them. Raises UsageError for words that the vocabulary does not have."""
        from graphbuild.graph import Filters
        from graphbuild.graph.asked import kinds_and_relations

        given = {OPTIONS.get(name, name): value for name, value in self.filters.items()}
        kinds, relations = kinds_and_relations(given.pop("only", ()))
        return Filters(kinds, relations, **given)


def load_settings(file: str | Path) -> Settings:
    """Read a file of settings.

    Raises ResourceError naming file, line and field where it does not hold what it should.

    Example
    -------
    >>> load_settings("articles/graphbuild.toml").language      # doctest: +SKIP
    'vi'
    """
    from .settings_file import read_settings

    return read_settings(Path(file))


def find_settings(
    sources: Sequence[str | Path], output: str | Path | None = None, given: str | Path | None = None
) -> Settings:
    """The settings that hold for a build: the file `given`, else that of the output folder, else of a source folder.

    Raises ResourceError as `load_settings`, UsageError where two source folders have settings.
    """
    if given is not None:
        return load_settings(given)
    own = Path(output) / FILE if output is not None else None
    if own is not None and own.is_file():
        return load_settings(own)
    found = list(dict.fromkeys(file for source in sources if (file := Path(source) / FILE).is_file()))
    if len(found) > 1:
        where = ", ".join(map(str, found))
        raise UsageError("two sources have settings", where=where, do="choose one with --settings")
    return load_settings(found[0]) if found else Settings()


def remember(settings: Settings, folder: Path) -> None:
    """Leave the settings in the output folder for questions; what is as by default needs no file."""
    file = folder / REMEMBERED
    if settings == Settings():
        file.unlink(missing_ok=True)
    else:
        beside = file.with_name(f"{REMEMBERED}.new")
        beside.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1) + "\n", "utf-8")
        beside.replace(file)


def remembered(folder: str | Path) -> Settings:
    """The settings that the graph in `folder` was built with. Raises ResourceError for a file that is spoiled."""
    file = Path(folder) / REMEMBERED
    try:
        held = json.loads(file.read_text("utf-8"))
        return Settings(**{**held, "gazetteer": tuple(held["gazetteer"])})
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ResourceError("cannot be read", where=str(file), do="build again") from error
