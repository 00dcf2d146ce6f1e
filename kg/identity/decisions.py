"""What the user has decided about entities and claims: kg.decisions.toml as values, and back."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from kg.config import Config
from kg.errors import ConfigError
from kg.model import EntityType

Kind = Literal["same", "different", "rename", "retype", "drop", "reject"]

FILE = "kg.decisions.toml"
KEYS: Mapping[str, tuple[str, ...]] = {
    "same": ("entities",),
    "different": ("entities",),
    "rename": ("entity", "name"),
    "retype": ("entity", "type"),
    "drop": ("entity",),
    "reject": ("claim",),
}
OPTIONAL = ("why", "date")
TYPES = get_args(EntityType)
HEADER = re.compile(r"^\s*\[\[\s*decision\s*\]\]", re.MULTILINE)
UNSURE = re.compile(r"^# unsure: (\[.*\])\s*$", re.MULTILINE)
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
INTRODUCTION = """\
# Decisions about the graph in this folder. They are applied in each build; to undo one, delete it.
"""


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the file. `entities` are ids, names, or either with @DOCUMENT: what one document knows so.

    where: the file and line, for messages.
    """

    kind: Kind
    entities: tuple[str, ...] = ()
    name: str = ""
    type: str = ""
    claim: str = ""
    why: str = ""
    date: str = ""
    where: str = field(default=FILE, compare=False)


def find_decisions(folder: Path, config: Config) -> Path:
    """The file of decisions on the build in `folder`.

    Raises: ConfigError if the settings name one that is not there.
    """
    if config.decisions and not Path(config.decisions).is_file():
        raise ConfigError(
            f"{config.decisions}: there is no such file of decisions; make one, an empty one will do"
        )
    return Path(config.decisions) if config.decisions else folder / FILE


def load_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file, none if it is not there.

    Raises: ConfigError naming file, line and remedy.
    """
    text = read_text(path)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: cannot be read as TOML ({error}); mend that line or delete it") from error
    rows = table.pop("decision", [])
    if table or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        odd = next(iter(table), "decision")
        raise ConfigError(f"{path}: '{odd}' stands alone; each decision begins with a line [[decision]]")
    places = _list_places(path, text, len(rows))
    return tuple(_read_decision(where, row) for where, row in zip(places, rows, strict=True))


def read_text(path: Path) -> str:
    """The text of a file of decisions with its line ends, "" if it is not there. Raises: ConfigError."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error}); it must be a file of UTF-8 text") from error


def format_decision(decision: Decision, names: Mapping[str, str]) -> str:
    """The decision as TOML; `names` of its entities, by id, are told in a comment."""
    told = [clean(names[key]) for key in decision.entities if key in names and names[key] != key]
    comment = f"  # {'; '.join(told)}" if told else ""
    values: dict[str, Any] = {
        "kind": decision.kind,
        "entities": list(decision.entities),
        "entity": "".join(decision.entities[:1]),
        **{key: getattr(decision, key) for key in ("name", "type", "claim", *OPTIONAL)},
    }
    lines = [f"kind = {quote(decision.kind)}"]
    for key in (*KEYS[decision.kind], *(key for key in OPTIONAL if values[key])):
        lines.append(f"{key} = {quote(values[key])}{comment if key in ('entities', 'entity') else ''}")
    return "\n".join(["[[decision]]", *lines, ""])


def format_unsure(entities: Iterable[str]) -> str:
    """The comment line by which `kg review` remembers that nobody could tell."""
    return f"# unsure: {quote(list(entities))}\n"


def read_unsure(text: str) -> Iterator[tuple[str, ...]]:
    """The entities of each such line."""
    for match in UNSURE.finditer(text):
        try:
            found = tomllib.loads(f"found = {match[1]}")["found"]
        except tomllib.TOMLDecodeError:
            continue
        yield tuple(str(item) for item in found)


def append_block(text: str, block: str) -> str:
    """`text` as it stands with a block after it, in its own line ends."""
    end = "\r\n" if "\r\n" in text else "\n"
    before = text or INTRODUCTION
    gap = "\n" if before.endswith("\n") else "\n\n"
    return before + (gap + block).replace("\n", end)


def quote(value: str | list[str]) -> str:
    """A string or a list of strings in TOML."""
    if isinstance(value, list):
        return f"[{', '.join(map(quote, value))}]"
    return json.dumps(value.encode("utf-8", "replace").decode(), ensure_ascii=False).replace(
        "\x7f", "\\u007F"
    )


def clean(text: str) -> str:
    """Text on one line, without controls."""
    return " ".join(CONTROLS.sub(" ", text).split())


def _list_places(path: Path, text: str, count: int) -> list[str]:
    lines = [text.count("\n", 0, match.end()) + 1 for match in HEADER.finditer(text)]
    if len(lines) == count:
        return [f"{path}, line {line}" for line in lines]
    return [f"{path}, decision {number}" for number in range(1, count + 1)]


def _read_decision(where: str, row: Mapping[str, Any]) -> Decision:
    kind: Any = row.get("kind")
    if kind not in KEYS:
        raise ConfigError(f"{where}: kind must be one of {', '.join(KEYS)}, not {kind!r}")
    needed = KEYS[kind]
    if unknown := sorted(set(row) - {"kind", *needed, *OPTIONAL}):
        raise ConfigError(
            f"{where}: '{unknown[0]}' does not belong to {kind}; it has {', '.join((*needed, *OPTIONAL))}"
        )
    for key in needed:
        _check(where, kind, key, row.get(key))
    return Decision(
        kind=kind,
        entities=tuple(row.get("entities", ())) or ((row["entity"],) if "entity" in row else ()),
        name=row.get("name", ""),
        type=row.get("type", ""),
        claim=row.get("claim", ""),
        why=str(row.get("why", "")),
        date=str(row.get("date", "")),
        where=where,
    )


def _check(where: str, kind: str, key: str, value: Any) -> None:
    if key == "entities":
        several = isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)
        if not several or len(value) < 2:
            raise ConfigError(f'{where}: {kind} needs two or more, as in entities = ["first", "second"]')
    elif not isinstance(value, str) or not value.strip():
        raise ConfigError(f'{where}: {kind} needs {key} = "..."')
    elif key == "type" and value not in TYPES:
        raise ConfigError(f"{where}: unknown type {value!r}; types are {', '.join(TYPES)}")
