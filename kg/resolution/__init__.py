"""Mention → entity: names, metonyms, offices, descriptions, pronouns; merges, and decisions on them."""

from kg.resolution.applying import Outcome, apply_decisions
from kg.resolution.decisions import Decision, find_decisions, load_decisions
from kg.resolution.merge import merge_local
from kg.resolution.reading import Resolution
from kg.resolution.resolve import resolve

__all__ = [
    "Decision",
    "Outcome",
    "Resolution",
    "apply_decisions",
    "find_decisions",
    "load_decisions",
    "merge_local",
    "resolve",
]
