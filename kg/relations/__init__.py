"""Sentence → claims: who does what to whom, by whose account; and who is named together."""

from kg.relations.claims import ClaimFinder, find_claims
from kg.relations.cooccurrence import count_cooccurrences

__all__ = ["ClaimFinder", "count_cooccurrences", "find_claims"]
