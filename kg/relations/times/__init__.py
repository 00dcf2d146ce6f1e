"""When it happens: expressions of time, the intervals they mean, and the predicates they belong to."""

from kg.relations.times.attaching import Time, Times

__all__ = ["Time", "Times"]
