"""The settings of a run, read from kg.toml; a key it does not know is an error."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

from kg.errors import ConfigError

Metonyms = Literal["state", "separate"]


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of a build, with their defaults.

    model: `md`, `sm`, or any installed spaCy package or path.
    processes: worker processes that parse; 1 parses in this process.
    metonyms: `state` resolves "the Kremlin" to Russia, `separate` keeps it as a node of its own.
    windows: the co-occurrence windows that are counted.
    minimum_cooccurrence: pairs seen together less often are left out.
    decisions: the file of the user's decisions; "" is kg.decisions.toml in the folder of the build.
    """

    model: str = "md"
    processes: int = 1
    metonyms: Metonyms = "state"
    windows: tuple[str, ...] = ("sentence", "paragraph", "document")
    minimum_cooccurrence: int = 2
    decisions: str = ""


CHOICES = {"metonyms": ("state", "separate")}
WINDOWS = ("sentence", "paragraph", "document")
NAME = "kg.toml"


def find_config(given: Path | None = None) -> Path | None:
    """The file of settings: the one given, else the kg.toml of the current folder, if there is one."""
    return given or (Path(NAME) if Path(NAME).is_file() else None)


def load_config(path: Path | None = None, **overrides: Any) -> Config:
    """The configuration of `path`, with `overrides` that are not None on top.

    Raises: ConfigError, naming the file, the key and the remedy.
    """
    where = str(path) if path else "the settings"
    values = _read_toml(path) if path else {}
    if path and isinstance(file := values.get("decisions"), str) and file:
        values["decisions"] = str(path.parent / file)
    values |= {key: value for key, value in overrides.items() if value is not None}
    known = {item.name: item for item in fields(Config)}
    if isinstance(file := values.get("decisions"), str) and file:
        values["decisions"] = str(Path(file).absolute())
    for key, value in values.items():
        if key not in known:
            raise ConfigError(f"{where}: unknown key '{key}'; known keys are {', '.join(sorted(known))}")
        values[key] = _check(where, key, value)
    return Config(**values)


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read as TOML ({error}); see README for an example") from error


def _check(where: str, key: str, value: Any) -> Any:
    default = getattr(Config(), key)
    if isinstance(default, tuple):
        if not isinstance(value, list | tuple) or not set(value) <= set(WINDOWS):
            raise ConfigError(f"{where}: '{key}' must be a list out of {', '.join(WINDOWS)}, not {value!r}")
        return tuple(value)
    if type(value) is not type(default):
        raise ConfigError(f"{where}: '{key}' must be of type {type(default).__name__}, not {value!r}")
    if key in CHOICES and value not in CHOICES[key]:
        raise ConfigError(f"{where}: '{key}' must be one of {', '.join(CHOICES[key])}, not {value!r}")
    if isinstance(default, int) and value < 1:
        raise ConfigError(f"{where}: '{key}' must be 1 or more, not {value}")
    return value
