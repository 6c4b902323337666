"""Scoring the facts of articles against gold facts: how many are right, why the others are not, how sure claims are."""

from .bcubed import BCubed, b_cubed
from .calibration import Bin, calibration
from .evaluating import Prediction, evaluate
from .reading import read_predictions
from .result import Cause, CauseCount, Miss, Row, Score

__all__ = [
    "BCubed",
    "Bin",
    "Cause",
    "CauseCount",
    "Miss",
    "Prediction",
    "Row",
    "Score",
    "b_cubed",
    "calibration",
    "evaluate",
    "read_predictions",
]
