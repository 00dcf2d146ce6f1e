"""The `key: value` lines between two `---` at the top of a file."""

import re

_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\r|\Z)", re.DOTALL | re.MULTILINE
)
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w -]*?)\s*:(?:\s+(?P<value>.*))?")
_ITEM = re.compile(r"\s*-\s+(?P<value>.+)")


def find_front_matter(text: str) -> int:
    """Where the front matter at the top of `text` ends; 0 if there is none."""
    found = _MATTER.match(text)
    if found is None:
        return 0
    lines = [line for line in found["body"].splitlines() if line.strip()]
    return found.end() if lines and _PAIR.fullmatch(lines[0].strip()) else 0


def read_front_matter(text: str) -> dict[str, str]:
    """The keys, in lower case, and values of the front matter; the items of a list are joined by commas."""
    end = find_front_matter(text)
    values: dict[str, str] = {}
    key = ""
    for line in text[:end].splitlines()[1:-1]:
        item, pair = _ITEM.fullmatch(line), _PAIR.fullmatch(line.rstrip())
        if item and key:
            values[key] = ", ".join(filter(None, [values[key], _unquote(item["value"])]))
        elif pair:
            key = pair["key"].casefold()
            values[key] = _read_value(pair["value"] or "")
    return values


def _read_value(value: str) -> str:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(filter(None, map(_unquote, value[1:-1].split(","))))
    return _unquote(value)


def _unquote(value: str) -> str:
    value = value.strip()
    quoted = len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
