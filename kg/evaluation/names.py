"""Which names mean the same entity: gold's canonical names with their aliases."""

import re
from pathlib import Path

from kg.evaluation.rows import check_keys, complain, read_rows, take_text, take_texts
from kg.evaluation.values import Names

KEYS = ("entity", "type", "aliases")


def read_names(path: Path) -> Names:
    """The entities of a file; none where there is no file. Raises: InputError."""
    canonical: dict[str, str] = {}
    types: dict[str, str] = {}
    for row in read_rows(path) if path.exists() else ():
        check_keys(row, KEYS)
        entity = take_text(row, "entity")
        types[entity] = take_text(row, "type", "")
        for name in (entity, *take_texts(row, "aliases")):
            if (other := canonical.setdefault(fold(name), entity)) != entity:
                raise complain(row, f"{name!r} means both {other!r} and {entity!r}: leave it with one")
    return Names(canonical, types)


def fold(name: str) -> str:
    """A name without what does not tell names apart: case, a leading "the", the form of quotes and dashes."""
    plain = name.replace("’", "'").replace("–", "-").casefold().strip()
    return re.sub(r"^the ", "", plain)


def resolve(names: Names, *spellings: str) -> str:
    """The canonical name behind the first spelling (id, name) that gold knows, else the last as it stands."""
    known = (names.canonical.get(fold(spelling)) for spelling in spellings)
    return next((name for name in known if name), spellings[-1])
