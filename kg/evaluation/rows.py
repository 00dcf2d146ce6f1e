"""JSONL files as rows that know their place, so that an error names file, line and remedy."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError


@dataclass(frozen=True, slots=True)
class Row:
    """One object of a JSONL file; `line` counts from 1."""

    path: Path
    line: int
    values: Mapping[str, Any]


def read_rows(path: Path) -> list[Row]:
    """The objects of a file, blank lines left out. Raises: InputError."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as UTF-8 text ({error})") from error
    return [_parse(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _parse(path: Path, number: int, line: str) -> Row:
    try:
        values = json.loads(line)
    except ValueError as error:
        raise InputError(f"{path}:{number}: no JSON ({error}): write one object a line") from error
    if not isinstance(values, dict):
        raise InputError(f"{path}:{number}: not an object: write one {{...}} a line")
    return Row(path, number, values)


def complain(row: Row, message: str) -> InputError:
    """An error that names the file and the line."""
    return InputError(f"{row.path}:{row.line}: {message}")


def check_keys(row: Row, known: Iterable[str]) -> None:
    """Raises: InputError where a key is not known, which is most often a slip of the pen."""
    if unknown := sorted(set(row.values) - set(known)):
        raise complain(row, f"unknown key {unknown[0]!r}: the keys are {', '.join(sorted(known))}")


def take_text(row: Row, key: str, default: str | None = None) -> str:
    """A text; without a default it must be there and not be empty. Raises: InputError."""
    value = row.values.get(key)
    if value is None and default is not None:
        return default
    if not isinstance(value, str) or (not value and default is None):
        raise complain(row, f"{key!r} is {json.dumps(value)}: give a text")
    return value


def take_texts(row: Row, key: str) -> tuple[str, ...]:
    """A text or a list of texts as a tuple; empty where the key is absent. Raises: InputError."""
    value = row.values.get(key)
    texts = [] if value is None else value if isinstance(value, list) else [value]
    if not all(isinstance(text, str) and text for text in texts):
        raise complain(row, f"{key!r} is {json.dumps(value)}: give a text or a list of texts")
    return tuple(texts)


def take_choices(row: Row, key: str, allowed: Mapping[str, str], default: str) -> tuple[str, ...]:
    """One or several of the allowed words, each as what it stands for. Raises: InputError."""
    texts = take_texts(row, key) or (default,)
    for text in texts:
        if text not in allowed:
            raise complain(row, f"{key!r} is {text!r}: write {', '.join(sorted(allowed))}")
    return tuple(allowed[text] for text in texts)


def take_number(row: Row, key: str) -> int | None:
    """A whole number from 0 up, None where the key is absent. Raises: InputError."""
    value = row.values.get(key)
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
        return value
    raise complain(row, f"{key!r} is {json.dumps(value)}: give a whole number from 0 up")


def take_flag(row: Row, key: str) -> bool:
    """True or false, false where the key is absent. Raises: InputError."""
    value = row.values.get(key, False)
    if not isinstance(value, bool):
        raise complain(row, f"{key!r} is {json.dumps(value)}: write true or false")
    return value
