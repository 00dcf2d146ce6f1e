"""Scores as plain figures: the few that are watched, and all of them as JSON."""

from collections.abc import Mapping
from dataclasses import asdict

from kg.evaluation.values import Figures, Scores

ALL = "all documents"


def list_figures(scores: Scores) -> dict[str, dict[str, float]]:
    """The F1 of mentions, pair, type, full and holder, by document and over all, rounded to 3 places."""
    parts = {**scores.documents, ALL: scores.overall}
    return {name: _pick(figures) for name, figures in parts.items()}


def _pick(figures: Figures) -> dict[str, float]:
    watched = {
        "mentions": figures.mentions,
        "pair": figures.pair,
        "type": figures.type,
        "full": figures.full,
        "holder": figures.holder,
    }
    return {name: round(score.f1, 3) for name, score in watched.items() if score.f1 is not None}


def to_json(scores: Scores) -> dict[str, object]:
    """All scores and misses as what json.dumps takes, figures rounded to 3 places."""
    return {
        "overall": _round(asdict(scores.overall)),
        "documents": {doc: _round(asdict(figures)) for doc, figures in scores.documents.items()},
        "misses": [asdict(miss) for miss in scores.misses],
    }


def _round(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _round(inner) for key, inner in value.items()}
    return round(value, 3) if isinstance(value, float) else value
