"""What can go wrong, as a tree.

KgError                 anything the user can mend; the command line prints its one line and exits 1
├── InputError          a path, folder or document that cannot be read
├── ConfigError         kg.toml, or a setting, that does not hold
├── LexiconError        an entry of kg/lexicon/data that does not hold
├── ModelError          a spaCy model that is not installed or lacks a component
└── OutputError         a place that cannot be written, or a build that cannot be read back
"""


class KgError(Exception):
    """Base of every error whose message names the remedy."""


class InputError(KgError):
    """A path, folder or document that cannot be read."""


class ConfigError(KgError):
    """A setting that does not hold."""


class LexiconError(KgError):
    """An entry of the lexicon that does not hold."""


class ModelError(KgError):
    """A spaCy model that is not installed or lacks a component."""


class OutputError(KgError):
    """A place that cannot be written, or a build that cannot be read back."""
