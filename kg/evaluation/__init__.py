"""Scores against gold: how much of what a careful reader finds a build has, and how much of a build holds."""

from kg.evaluation.build import read_build
from kg.evaluation.figures import list_figures, to_json
from kg.evaluation.gold import read_gold
from kg.evaluation.scoring import evaluate
from kg.evaluation.values import Figures, Miss, Score, Scores, Share

__all__ = [
    "Figures",
    "Miss",
    "Score",
    "Scores",
    "Share",
    "evaluate",
    "list_figures",
    "read_build",
    "read_gold",
    "to_json",
]
