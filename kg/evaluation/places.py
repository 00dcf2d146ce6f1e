"""Where a gold line stands in its document: offsets that are checked, or a text that is looked up."""

from collections.abc import Mapping

from kg.evaluation.rows import Row, complain, take_number, take_text
from kg.model import Span


def take_document(row: Row, texts: Mapping[str, str]) -> str:
    """The document of a line. Raises: InputError where the build does not have it."""
    doc = take_text(row, "doc")
    if doc not in texts:
        raise complain(row, f"the build has no document {doc!r}: it has {', '.join(sorted(texts)[:5])}…")
    return doc


def locate(row: Row, key: str, text: str) -> Span:
    """The span of the text under `key`: by start and end, else looked up, in `sentence` if given.

    `nth` says which occurrence is meant, counted from 1. Raises: InputError.
    """
    start, end = take_number(row, "start"), take_number(row, "end")
    if start is not None and end is not None:
        return _check(row, key, text, (start, end))
    wanted = take_text(row, key)
    if key == "sentence" or "sentence" not in row.values:
        return _look_up(row, wanted, text, (0, len(text)))
    around = _look_up(row, take_text(row, "sentence"), text, (0, len(text)), nth=False)
    return _look_up(row, wanted, text, around)


def _check(row: Row, key: str, text: str, span: Span) -> Span:
    start, end = span
    if not start < end <= len(text):
        raise complain(row, f"{start}-{end} is no span of a text of {len(text)} characters: count anew")
    wanted = take_text(row, key, text[start:end])
    if text[start:end] != wanted:
        place = text.find(wanted)
        hint = f"it is at {place}-{place + len(wanted)}" if place >= 0 else "it is nowhere in the document"
        raise complain(row, f"{start}-{end} is {text[start:end]!r} and not {wanted!r}: {hint}")
    return span


def _look_up(row: Row, wanted: str, text: str, around: Span, *, nth: bool = True) -> Span:
    start, end = around
    number = take_number(row, "nth") if nth else None
    count = text.count(wanted, start, end)
    if not count:
        raise complain(row, f"{wanted!r} is not there: copy it as documents.jsonl has it")
    if count > 1 and number is None:
        raise complain(row, f"{wanted!r} is there {count} times: say which by 'start' and 'end', or by 'nth'")
    if number is not None and not 1 <= number <= count:
        raise complain(row, f"{wanted!r} is there {count} times: 'nth' counts from 1 to {count}")
    place = start - 1
    for _ in range(number or 1):
        place = text.find(wanted, place + 1, end)
    return place, place + len(wanted)
