"""dyads.csv: how each two actors stood, month by month: the fields of `Dyad`, with names and types."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from kg.export.csv import format_rows, write_rows
from kg.export.tables import Row
from kg.graph import Dyad
from kg.model import Entity

ENDS = ("first", "first_name", "first_type", "second", "second_name", "second_type")
PERIOD = ("year", "month", "dated_by")
DYAD_COLUMNS = (*PERIOD, *ENDS, *(item.name for item in fields(Dyad) if item.name not in (*PERIOD, *ENDS)))


def write_dyads(path: Path, dyads: Iterable[Dyad], entities: Mapping[str, Entity]) -> Path:
    """One row a month and pair, by date, the undated last. Raises: OutputError."""
    return write_rows(path, DYAD_COLUMNS, list_dyads(dyads, entities))


def format_dyads(dyads: Iterable[Dyad], entities: Mapping[str, Entity]) -> str:
    """The rows of `write_dyads` as text."""
    return format_rows(DYAD_COLUMNS, list_dyads(dyads, entities))


def list_dyads(dyads: Iterable[Dyad], entities: Mapping[str, Entity]) -> Iterator[Row]:
    """The dyads as rows, in their order."""
    for dyad in dyads:
        row: Row = {name: getattr(dyad, name) for name in DYAD_COLUMNS if hasattr(dyad, name)}
        for end in ("first", "second"):
            entity = entities.get(getattr(dyad, end))
            row |= {f"{end}_name": entity.name if entity else getattr(dyad, end)}
            row |= {f"{end}_type": entity.type if entity else ""}
        yield {name: row[name] for name in DYAD_COLUMNS}
