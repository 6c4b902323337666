"""Scoring the facts of articles against gold facts: how many are right, why the others are not, how sure claims are."""

from .calibration import Bin, calibration
from .evaluating import Prediction, evaluate
from .reading import read_predictions
from .result import Cause, CauseCount, Miss, Row, Score

__all__ = [
    "Bin",
    "Cause",
    "CauseCount",
    "Miss",
    "Prediction",
    "Row",
    "Score",
    "calibration",
    "evaluate",
    "read_predictions",
]
