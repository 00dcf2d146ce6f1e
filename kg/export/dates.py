"""Partial ISO dates as whole days, for formats with a timeline."""

import calendar
from datetime import date


def first_day(text: str) -> str:
    """The first day of "2018", "2018-11" or "2018-11-27"; "" for what is no date."""
    return _pick_day(text, last=False)


def last_day(text: str) -> str:
    """The last day of "2018", "2018-11" or "2018-11-27"; "" for what is no date."""
    return _pick_day(text, last=True)


def _pick_day(text: str, *, last: bool) -> str:
    parts = text.split("-")
    if len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return ""
    year, month, day = (int(part) for part in [*parts, "0", "0"][:3])
    month = month or (12 if last else 1)
    try:
        return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1)).isoformat()
    except ValueError:
        return ""
