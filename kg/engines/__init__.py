"""Where the kernel runs: on this machine, in one process or several."""

from kg.engines.local import read_locally

__all__ = ["read_locally"]
