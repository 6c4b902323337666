"""Training the statistical NER: sentences to learn from, and the weights that come of them.

`python -m graphbuild.training --help`
"""

from .examples import Marked
from .generate import Generator, load_material
from .train import train

__all__ = ["Generator", "Marked", "load_material", "train"]
