"""The bundled articles: invented, for `make demo`, the tests and a first try."""

from importlib.resources import files
from pathlib import Path


def articles_folder() -> Path:
    """The folder of the bundled articles.

    >>> articles_folder().name
    'articles'
    """
    return Path(str(files(__name__) / "articles"))


def english_folder() -> Path:
    """The folder of the three bundled articles in English, for the pack `en`.

    >>> english_folder().name
    'english'
    """
    return Path(str(files(__name__) / "english"))
