"""Expression → interval: what a time means on the date of its document, after the times named before it."""

from collections.abc import Mapping
from datetime import date, timedelta

from kg.model import Tense
from kg.relations.times.calendars import (
    THIRDS,
    Interval,
    cover,
    span_day,
    span_months,
    span_third,
    span_years,
)  # fmt: skip
from kg.relations.times.expressions import Bound, Expression
from kg.relations.times.placing import Anchor, place_before, place_part

Ends = tuple[date | None, date | None]
BEFORE, UNTIL = ("before", "prior"), ("until", "till")


def anchor_time(
    expression: Expression,
    published: Interval | None,
    tense: Tense,
    earlier: Interval | None,
    *,
    is_near: bool,
) -> Ends | None:
    """The interval, an end None where it is open; None for both where it cannot be known.

    A document dated by its year alone gives the interval that holds whatever its day was.
    """
    days = sorted(set(published)) if published else [None]
    try:
        found = cover(_place(expression, Anchor(day, tense, earlier, is_near)) for day in days)
        return open_end(found, expression.bound) if found else None
    except (ValueError, OverflowError):
        return None


def open_end(interval: Interval, bound: Bound) -> Ends:
    """`since` and `until` keep the interval; `after` and `before` leave it out."""
    start, end = interval
    if bound == "since":
        return start, None
    if bound in ("until", "by"):
        return None, end
    if bound == "after":
        return end + timedelta(days=1), None
    if bound == "before":
        return None, start - timedelta(days=1)
    return interval


def date_event(start: str, end: str, preposition: str, stretches: tuple[str, ...]) -> Ends:
    """When something happens that happens before, during or after a dated event.

    start, end: ISO dates of the event, `end` "" if it goes on. stretches: "end" in "since its end".
    """
    opening, closing = read_date(start), read_date(end)
    if opening is None:
        return None, None
    if closing is None:
        return open_end(opening, "before") if preposition in BEFORE else (opening[0], None)
    whole = opening[0], closing[1]
    if "outbreak" in stretches or "onset" in stretches:
        return (opening[0], None) if preposition in ("after", "following", "since") else open_end(opening, "")
    whole = _edge((opening[0], closing[1]), stretches)
    if (
        "eve" in stretches
        or preposition in BEFORE
        or (preposition in UNTIL and not set(stretches) & set(THIRDS))
    ):
        return open_end(whole, "before")
    if {"aftermath", "wake"} & set(stretches) or preposition in ("after", "following"):
        return open_end(whole, "after")
    bounds: Mapping[str, Bound] = {"since": "since", "until": "until", "till": "until", "by": "by"}
    return open_end(whole, bounds.get(preposition, ""))


def _edge(whole: Interval, stretches: tuple[str, ...]) -> Interval:
    """The beginning or end of an event that lasts longer than a season."""
    named = next((word for word in stretches if word in THIRDS), "")
    if not named or (whole[1] - whole[0]).days < 100:
        return whole
    start, end = span_third(whole, named)
    return max(start, whole[0]), min(end, whole[1])


def read_date(text: str | None) -> Interval | None:
    """The days an ISO date can mean: "2018-11" is all of November."""
    pieces = (text or "").split("-")
    if not all(piece.isdigit() for piece in pieces) or len(pieces[0]) != 4 or not 1 <= len(pieces) <= 3:
        return None
    year, *rest = map(int, pieces)
    if year == 0 or (rest and not 1 <= rest[0] <= 12):
        return None
    if len(rest) == 2:
        return span_day(year, *rest)
    return span_months(year, rest[0], rest[0]) if rest else span_years(year, year)


def _place(expression: Expression, anchor: Anchor) -> Interval | None:
    if expression.last is None:
        return place_part(expression.first, anchor)
    last = place_part(expression.last, anchor)
    if last is None:
        return None
    first = place_before(expression.first, last[0], anchor)
    return cover([first, last]) if first and first[0] <= last[1] else None
