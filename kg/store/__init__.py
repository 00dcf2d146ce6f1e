"""What was read, kept between runs: one SQLite file, `graph.db`."""

from kg.store.database import Store, hash_document, open_store

__all__ = ["Store", "hash_document", "open_store"]
