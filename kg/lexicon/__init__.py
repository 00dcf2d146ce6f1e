"""What is known before reading: names, offices, words, claim types, frames and contexts."""

from kg.lexicon.claim_types import ClaimType
from kg.lexicon.contexts import Context
from kg.lexicon.entries import Entry, Membership, Name, Tenure
from kg.lexicon.frames import Frame, Slot
from kg.lexicon.loader import Lexicon, Office, load_lexicon

__all__ = [
    "ClaimType", "Context", "Entry", "Frame", "Lexicon", "Membership", "Name", "Office", "Slot", "Tenure",
    "load_lexicon",
]  # fmt: skip
