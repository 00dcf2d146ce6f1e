"""Files → Document: readers, blocks and turns, cleaning, near-duplicates."""

from kg.corpus.blocks import find_blocks
from kg.corpus.cleaning import clean_for_parsing
from kg.corpus.duplicates import group_near_duplicates
from kg.corpus.readers import read_documents

__all__ = ["clean_for_parsing", "find_blocks", "group_near_duplicates", "read_documents"]
