"""One node for each actor across documents: merging, comparing names, and the user's decisions."""

from kg.identity.applying import Outcome, apply_decisions
from kg.identity.decisions import Decision, find_decisions, load_decisions
from kg.identity.merge import merge_local

__all__ = ["Decision", "Outcome", "apply_decisions", "find_decisions", "load_decisions", "merge_local"]
