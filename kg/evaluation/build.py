"""What a build found, read back from its folder in gold's names."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.errors import InputError, OutputError
from kg.evaluation.names import resolve
from kg.evaluation.rows import Row, read_rows, take_number, take_text
from kg.evaluation.values import Build, FoundClaim, FoundMention, Gold, Names
from kg.model import Span


def read_build(folder: Path) -> Build:
    """The rows of a build and the texts of its documents. Raises: OutputError, InputError."""
    files = {name: folder / f"{name}.jsonl" for name in ("documents", "mentions", "claims")}
    for path in files.values():
        if not path.is_file():
            raise OutputError(f"{path}: not there: give the folder of a build, or make it with kg build")
    documents = read_rows(files["documents"])
    return Build(
        texts={take_text(row, "doc"): take_text(row, "text", "") for row in documents},
        mentions=tuple(read_rows(files["mentions"])),
        claims=tuple(read_rows(files["claims"])),
    )


def list_mentions(build: Build, gold: Gold) -> list[FoundMention]:
    """The resolved mentions of the annotated passages, in order. Raises: InputError."""
    rows = (row for row in build.mentions if row.values.get("entity"))
    found = {_read_mention(row, gold.names) for row in select_annotated(rows, gold.passages)}
    return sorted(found, key=lambda mention: (mention.doc, mention.start, mention.end, mention.entity))


def list_claims(build: Build, gold: Gold) -> list[FoundClaim]:
    """The distinct claims of the annotated passages, in order. Raises: InputError."""
    found = {_read_claim(row, gold.names) for row in select_annotated(build.claims, gold.passages)}
    return sorted(found, key=lambda claim: (claim.doc, claim.start, repr(claim)))


def select_annotated(rows: Iterable[Row], passages: Mapping[str, tuple[Span, ...]]) -> Iterator[Row]:
    """The rows whose middle lies in an annotated passage."""
    for row in rows:
        start, end = take_number(row, "start"), take_number(row, "end")
        if start is None or end is None:
            raise InputError(
                f"{row.path}:{row.line}: no 'start' and 'end': make the build anew with kg build"
            )
        spans = passages.get(take_text(row, "doc"), ())
        if any(first <= (start + end) / 2 < last for first, last in spans):
            yield row


def _read_mention(row: Row, names: Names) -> FoundMention:
    return FoundMention(
        doc=take_text(row, "doc"),
        start=row.values["start"],
        end=row.values["end"],
        text=take_text(row, "text", ""),
        kind=take_text(row, "kind", ""),
        type=take_text(row, "type", ""),
        entity=_take_entity(row, names, "entity", "name"),
    )


def _read_claim(row: Row, names: Names) -> FoundClaim:
    return FoundClaim(
        doc=take_text(row, "doc"),
        start=row.values["start"],
        end=row.values["end"],
        sentence=take_text(row, "sentence", ""),
        source=_take_entity(row, names, "source", "source_name"),
        type=take_text(row, "type"),
        target=_take_entity(row, names, "target", "target_name"),
        polarity=take_text(row, "polarity"),
        modality=take_text(row, "modality"),
        holder=_take_entity(row, names, "holder", "holder_name") if row.values.get("holder") else None,
        valence=take_text(row, "valence", ""),
        stage=take_text(row, "stage", ""),
        time=(take_text(row, "time_start", "") or None, take_text(row, "time_end", "") or None),
    )


def _take_entity(row: Row, names: Names, id_key: str, name_key: str) -> str:
    """The canonical name; the id goes first, as it is what gold may list to tell two of one name apart."""
    key = take_text(row, id_key)
    return resolve(names, key, take_text(row, name_key, key))
