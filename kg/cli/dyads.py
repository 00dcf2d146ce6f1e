"""`kg dyads`: how each two actors stood, month by month, as lines to read or as a CSV file."""

from pathlib import Path

from kg.api import load
from kg.cli.terminal import count, say
from kg.export.dyads import DYAD_COLUMNS, list_dyads, write_dyads
from kg.export.tables import Row
from kg.graph import Dyad

QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
OTHERS = DYAD_COLUMNS[DYAD_COLUMNS.index("attributed") :]


def run_dyads(out: Path, actor: str | None, other: str | None, roll_up: bool, file: Path | None) -> None:
    """Print the dyads, or write them to `file`. Raises: OutputError, InputError."""
    dyads, entities = load(out).list_dyads(actor, other, roll_up=roll_up)
    if file:
        write_dyads(file, dyads, entities)
        say(f"{count(len(dyads), 'row')} in {file}")
    elif not dyads:
        say("no dyads: this build states no action between two actors, or none between these")
    for row in list_dyads(_order(dyads), entities) if not file else ():
        say(_describe(row))


def _order(dyads: list[Dyad]) -> list[Dyad]:
    """Pair by pair, those with most statements of events first, each by date."""
    events: dict[tuple[str, str], int] = {}
    for dyad in dyads:
        events[dyad.first, dyad.second] = events.get((dyad.first, dyad.second), 0) + dyad.events
    pairs = sorted(events, key=lambda pair: (-events[pair], pair))
    place = {pair: number for number, pair in enumerate(pairs)}
    return sorted(dyads, key=lambda dyad: place[dyad.first, dyad.second])


def _describe(row: Row) -> str:
    date = row["month"] or row["year"] or "undated"
    told = [f"{row[name]} {name.replace('_', ' ')}" for name in QUADS if row[name]]
    told += [f"score {row['score_sum']:+g}"] if row["events"] else []
    others = [f"{row[name]} {name}" for name in OTHERS if row[name]]
    beside = f" (beside it {', '.join(others)})" if others else ""
    return f"{date:<8} {row['first_name']} – {row['second_name']}: {', '.join(told) or 'no event'}{beside}"
