"""The command line: each command is one call into the library."""

from kg.cli.app import app, main

__all__ = ["app", "main"]
