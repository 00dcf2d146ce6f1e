"""One expression → interval: each kind of time counted from publication or from the time named before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.model import Tense
from kg.relations.times.calendars import (
    DAY_STEPS,
    HALVES,
    MONTHS,
    NTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    TENS,
    WEEKDAYS,
    Interval,
    cover,
    shift_days,
    span_century,
    span_day,
    span_months,
    span_third,
    span_unit,
    span_years,
)
from kg.relations.times.expressions import Part

RETROSPECT = 5  # years after which a text tells of the past and its dates follow one another
FORWARD = 250  # days: a month named later is the next such one, unless it is nearer as the one before
STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "coming": 1}
STEPS |= {"following": 1, "this": 0, "current": 0, "that": 0, "same": 0}


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative time is counted from: a day of publication, and the time last named before.

    `is_near`: that time stands in the same sentence. `tense`: of the clause.
    """

    day: date | None = None
    tense: Tense = ""
    earlier: Interval | None = None
    is_near: bool = False


def place_before(part: Part, limit: date, anchor: Anchor) -> Interval | None:
    """The first end of a range: without a year it takes that of the other end, or the one before."""
    if part.kind not in ("bare_month", "day", "days") or part.get("year"):
        return place_part(part, anchor)
    make = _maker(part)
    found = make(limit.year)
    return found if found and found[0] <= limit else make(limit.year - 1)


def place_part(part: Part, anchor: Anchor) -> Interval | None:
    return PLACERS[part.kind](part, anchor)


def _year_of(part: Part, anchor: Anchor) -> int | None:
    """The year a part names: 2018, '68, "last year", "that year"."""
    if part.get("year"):
        return int(part.get("year"))
    if part.get("short"):
        year = 1900 + int(part.get("short"))
        return year + 100 if anchor.day and year + 100 <= anchor.day.year else year
    if not (which := part.get("which")):
        return None
    base = _base(which, anchor)
    return base[0].year + _step(which) if base and base[0].year == base[1].year else None


def _step(which: str) -> int:
    return STEPS[which.split()[-1]]


def _base(which: str, anchor: Anchor) -> Interval | None:
    """What "that", "the following" count from: the time named before; the others from publication."""
    if which.startswith("the ") or which.split()[0] in ("that", "prior") or which.endswith("same"):
        return anchor.earlier
    return (anchor.day, anchor.day) if anchor.day else None


def _maker(part: Part) -> Callable[[int], Interval | None]:
    """The same day or month or season in a given year; a day that does not exist gives its month."""
    if part.get("season"):
        first, last = SEASONS[part.get("season")]
        return lambda year: span_third(span_months(year, first, last), part.get("part"))
    month = MONTHS[part.get("month")]
    if not part.get("day"):
        return lambda year: span_third(span_months(year, month, month), part.get("part"))
    day, until = int(part.get("day")), int(part.get("last") or part.get("day"))
    return lambda year: (
        cover([span_day(year, month, day), span_day(year, month, until)]) or span_months(year, month, month)
    )


def _place_yearly(part: Part, anchor: Anchor) -> Interval | None:
    """A day, month or season, of the year it names or else the one its surroundings tell."""
    make = _maker(part)
    year = _year_of(part, anchor)
    if year is not None:
        return make(year)
    if part.get("which"):
        return None
    told = _follow(make, anchor.earlier) if anchor.earlier else None
    if told and anchor.is_near:
        return told
    dated = _nearest(make, anchor.day, anchor.tense) if anchor.day else None
    if told is None or dated is None or told == dated:
        return told or dated
    return told if anchor.day and anchor.day.year - told[0].year > RETROSPECT else None


def _follow(make: Callable[[int], Interval | None], earlier: Interval) -> Interval | None:
    """In a story the next one after the time named before; of the same year if only a year was named."""
    start, end = earlier
    if (end - start).days > 366:
        return None
    if (end - start).days > 100:
        return make(start.year)
    for year in (start.year, start.year + 1):
        found = make(year)
        if found and found[1] >= start and (found[0] - start).days <= FORWARD:
            return found
    return make(start.year)


def _nearest(make: Callable[[int], Interval | None], day: date, tense: Tense) -> Interval | None:
    """The last one up to the day; in the future tense the next one."""
    years = (day.year, day.year + 1) if tense == "future" else (day.year, day.year - 1)
    for year in years:
        found = make(year)
        if found and (found[1] >= day if tense == "future" else found[0] <= day):
            return found
    return None


def _place_iso(part: Part, anchor: Anchor) -> Interval | None:
    return span_day(int(part.get("year")), int(part.get("number")), int(part.get("day")))


def _place_numeric(part: Part, anchor: Anchor) -> Interval | None:
    """Points stand between day and month; between slashes either may come first, so one must fail."""
    first, second, year = int(part.get("first")), int(part.get("second")), int(part.get("year"))
    by_day, by_month = span_day(year, second, first), span_day(year, first, second)
    if part.get("mark") == "." or by_month in (None, by_day):
        return by_day
    return by_month if by_day is None else None


def _place_quarter(part: Part, anchor: Anchor) -> Interval | None:
    year = _year_of(part, anchor)
    if year is None:
        return None
    length = 6 if part.get("share") == "half" else 3
    number = int(part.get("q") or NTHS.get(part.get("nth"), 12 // length))
    return span_months(year, length * (number - 1) + 1, length * number) if number * length <= 12 else None


def _place_decade(part: Part, anchor: Anchor) -> Interval | None:
    if part.get("year"):
        first = int(part.get("year"))
    else:
        first = 1900 + (TENS[part.get("tens")] if part.get("tens") else int(part.get("short")))
    return span_third(
        span_years(first, first + (99 if first % 100 == 0 and first < 2000 else 9)), part.get("part")
    )


def _place_century(part: Part, anchor: Anchor) -> Interval | None:
    word = part.get("ordinal")
    number = ORDINALS[word] if word in ORDINALS else int(word[:-2])
    return span_third(span_century(number), part.get("part")) if 1 <= number <= 90 else None


def _count(part: Part) -> int:
    word = part.get("count")
    return int(word) if word.isdigit() else NUMBERS.get(word, 0)


def _unit(part: Part) -> str:
    return part.get("unit").replace("centurie", "century")


def _away(base: Interval, unit: str, count: int, *, of_half: bool) -> Interval | None:
    """So many units from both ends; what is counted in decades is known to a few years only."""
    if of_half:
        unit, parts = HALVES.get(unit, ("", 0))
        count *= parts
    if not unit:
        return None
    if unit in ("decade", "century"):
        slack = 5 if unit == "decade" else 50
        years = count * (10 if unit == "decade" else 100)
        return cover(span_years(day.year + years - slack, day.year + years + slack - 1) for day in base)
    return cover(span_unit(day, unit, count) for day in base)


def _place_ago(part: Part, anchor: Anchor) -> Interval | None:
    if anchor.day is None:
        return None
    halved = part.get("count").startswith("half")
    return _away((anchor.day,) * 2, _unit(part), -1 if halved else -_count(part), of_half=halved)


def _place_later(part: Part, anchor: Anchor) -> Interval | None:
    if anchor.earlier is None:
        return None
    halved = part.get("count").startswith("half")
    sign = -1 if part.get("side") in ("earlier", "previously") else 1
    return _away(anchor.earlier, _unit(part), sign * (1 if halved else _count(part)), of_half=halved)


def _place_span(part: Part, anchor: Anchor) -> Interval | None:
    if anchor.day is None:
        return None
    sign = 1 if part.get("which") in ("next", "coming") else -1
    other = shift_days(anchor.day, _unit(part), sign * _count(part))
    return min(anchor.day, other), max(anchor.day, other)


def _place_named(part: Part, anchor: Anchor) -> Interval | None:
    which = part.get("which")
    base = _base(which, anchor)
    if base is None:
        return None
    if part.get("weekday"):
        return _place_weekday(part, base[0], _step(which)) if base[0] == base[1] else None
    make = _maker(part)
    if _step(which) == 0:
        return make(base[0].year)
    if _step(which) < 0:
        return next(
            (found for year in (0, 1) if (found := make(base[0].year - year)) and found[1] < base[0]), None
        )
    return next(
        (found for year in (0, 1) if (found := make(base[1].year + year)) and found[0] > base[1]), None
    )


def _place_weekday(part: Part, day: date, step: int) -> Interval:
    ahead = (WEEKDAYS[part.get("weekday")] - day.weekday()) % 7
    if step == 0:
        return span_unit(span_unit(day, "week", 0)[0], "day", WEEKDAYS[part.get("weekday")])
    return span_unit(day, "day", (ahead or 7) if step > 0 else ahead - 7)


def _place_bare_weekday(part: Part, anchor: Anchor) -> Interval | None:
    """The last one, the day itself included; in the future tense the next one."""
    if anchor.day is None:
        return None
    back = (anchor.day.weekday() - WEEKDAYS[part.get("weekday")]) % 7
    return span_unit(anchor.day, "day", 7 - back if anchor.tense == "future" else -back)


def _place_unit(part: Part, anchor: Anchor) -> Interval | None:
    which = f"{part.get('the')} {part.get('which')}".strip()
    base = _base(which, anchor)
    if base is None or (part.get("unit") == "day" and base[0] != base[1]):
        return None
    return span_third(
        cover(span_unit(day, part.get("unit"), _step(which)) for day in base) or base, part.get("part")
    )


def _place_today(part: Part, anchor: Anchor) -> Interval | None:
    if anchor.day is None:
        return None
    step = DAY_STEPS[part.get("word")] if part.get("word") else -int(part.get("this") == "last")
    return span_unit(anchor.day, "day", step * (2 if part.get("beyond") else 1))


def _place_year(part: Part, anchor: Anchor) -> Interval | None:
    first, until = part.get("year"), part.get("until")
    last = int(first[: 4 - len(until)] + until)
    return span_third(span_years(int(first), last), part.get("part")) if int(first) <= last else None


YEARLY = ("day", "days", "month", "season", "bare_season", "bare_month")
PLACERS: Mapping[str, Callable[[Part, Anchor], Interval | None]] = {
    **dict.fromkeys(YEARLY, _place_yearly),
    "iso": _place_iso,
    "numeric": _place_numeric,
    "quarter": _place_quarter,
    "decade": _place_decade,
    "century": _place_century,
    "ago": _place_ago,
    "vague": lambda part, anchor: None,
    "later": _place_later,
    "span": _place_span,
    "named": _place_named,
    "unit": _place_unit,
    "today": _place_today,
    "year": _place_year,
    "bare_weekday": _place_bare_weekday,
}
