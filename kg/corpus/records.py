"""JSONL and CSV files → Documents: one a line, with its text in the field `text`."""

import codecs
import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.corpus.blocks import find_blocks
from kg.corpus.dates import parse_date, read_name_date
from kg.corpus.decoding import decode
from kg.corpus.metadata import read_metadata
from kg.corpus.sources import Report, Source
from kg.model import Document, Problem

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
LONGEST_FIELD = 2**31 - 1
_SEPARATORS = ",;\t|"


@dataclass(slots=True)
class _Table:
    """What is read from one file, with the dates that were not understood."""

    source: Source
    report: Report
    unread_dates: list[str] = field(default_factory=list)

    def tell(self, line: int, message: str) -> None:
        self.report(Problem(f"{self.source.id} line {line}", message))


def read_jsonl(source: Source, report: Report) -> Iterator[tuple[Document, str]]:
    """The documents of a JSONL file, in its order, each with the place it stands."""
    table = _Table(source, report)
    with source.path.open("rb") as file:
        for number, line in enumerate(file, 1):
            line = line.removeprefix(codecs.BOM_UTF8).strip()
            record = _parse_line(table, number, line) if line else None
            if record is not None and (document := _make_document(table, number, record)):
                yield document, f"{source.id} line {number}"
    _report_dates(table)


def read_csv(source: Source, report: Report) -> Iterator[tuple[Document, str]]:
    """The documents of a CSV file with a column `text`, in its order, each with the place it stands."""
    decoded = decode(source.path.read_bytes())
    if decoded is None:
        report(Problem(source.id, "is no text (looks binary); remove it or save it as CSV in UTF-8"))
        return
    text, charset = decoded
    if charset != "utf-8":
        report(
            Problem(
                source.id, f"is no UTF-8 and was read as {charset}; convert it to UTF-8 if accents are wrong"
            )
        )
    table = _Table(source, report)
    for number, record in _list_rows(table, text.removeprefix("\ufeff")):
        if document := _make_document(table, number, record):
            yield document, f"{source.id} line {number}"
    _report_dates(table)


def _parse_line(table: _Table, number: int, line: bytes) -> Mapping[str, object] | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "not UTF-8, or nested too deeply"
        table.tell(number, f"is no JSON ({reason}); mend or delete the line")
        return None
    if not isinstance(record, dict):
        table.tell(number, 'is no JSON object; write {"id": …, "text": …}')
        return None
    return record


def _list_rows(table: _Table, text: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    """Each row with the number of its first line."""
    csv.field_size_limit(LONGEST_FIELD)
    header = text.splitlines()[0] if text.strip() else ""
    separator = max(_SEPARATORS, key=header.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    columns: list[str] = []
    number = 1
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            table.tell(number, f"is no CSV ({error}), and what follows was left out; mend the line")
            return
        if not columns:
            columns = [name.strip().casefold() for name in row]
            if "text" not in columns:
                table.report(
                    Problem(table.source.id, "has no column 'text'; name the column of the texts so")
                )
                return
        elif row:
            yield number, dict(zip(columns, row, strict=False))
        number = rows.line_num + 1


def _make_document(table: _Table, number: int, record: Mapping[str, object]) -> Document | None:
    text = record.get("text")
    if not isinstance(text, str) or not text.strip("\ufeff \t\r\n"):
        table.tell(number, "has no text; fill its field 'text' or delete the line")
        return None
    if _LONE_SURROGATE.search(text):
        table.tell(number, "holds halves of characters, read as �; write the file anew")
        text = _LONE_SURROGATE.sub("�", text)
    blocks = find_blocks(text)
    told = read_metadata(text, blocks)
    return Document(
        id=_read_field(record, "id") or f"{table.source.id}:{number}",
        text=text,
        path=table.source.id,
        title=_read_field(record, "title") or told.title,
        author=_read_field(record, "author") or told.author,
        publisher=_read_field(record, "publisher") or told.publisher,
        date=_read_date(table, number, record) or told.date or read_name_date(_read_field(record, "title")),
        url=_read_field(record, "url") or told.url,
        blocks=blocks,
    )


def _read_field(record: Mapping[str, object], name: str) -> str | None:
    value = record.get(name)
    if isinstance(value, list):
        value = ", ".join(str(item) for item in value)
    if value is None or isinstance(value, dict):
        return None
    return _LONE_SURROGATE.sub("�", " ".join(str(value).split())) or None


def _read_date(table: _Table, number: int, record: Mapping[str, object]) -> str | None:
    value = _read_field(record, "date")
    date = parse_date(value) if value else None
    if value and date is None:
        table.unread_dates.append(f"'{value}' on line {number}")
    return date


def _report_dates(table: _Table) -> None:
    if table.unread_dates:
        count = len(table.unread_dates)
        which = f"{count} dates are" if count > 1 else "1 date is"
        message = f"{which} not understood (first {table.unread_dates[0]}); write dates as 2018-11-27"
        table.report(Problem(table.source.id, message))
