"""Political documents in, a graph of checkable claims out."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import KnowledgeGraph, build, load

__all__ = ["KnowledgeGraph", "__version__", "build", "load"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """The public names on first use: workers and `kg --help` start without pandas and spaCy."""
    if name in __all__:
        return getattr(import_module("kg.api"), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
