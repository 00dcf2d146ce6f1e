"""Mention → entity in one document: names, metonyms, offices, descriptions, pronouns."""

from kg.resolution.reading import Resolution
from kg.resolution.resolve import resolve

__all__ = ["Resolution", "resolve"]
