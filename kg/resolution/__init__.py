"""Mention → entity: names, metonyms, offices, descriptions, pronouns; and merges across documents."""

from kg.resolution.merge import merge_local
from kg.resolution.reading import Resolution
from kg.resolution.resolve import resolve

__all__ = ["Resolution", "merge_local", "resolve"]
