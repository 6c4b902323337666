"""Scoring the facts of articles against gold facts."""

from .evaluating import Prediction, evaluate
from .reading import read_predictions
from .result import Kind, Miss, Row, Score

__all__ = ["Kind", "Miss", "Prediction", "Row", "Score", "evaluate", "read_predictions"]
