"""When it happens: dates in the clause of a predicate, as intervals,
relative ones from the document's date."""

import calendar
import datetime
import re
from dataclasses import dataclass

from spacy.tokens import Token

from kg.relations.syntax import CLAUSES

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERS = {word: number for number, word in enumerate(WORDS, 1)} | {"a": 1, "an": 1}
MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
COUNT = rf"(?P<count>\d+|{'|'.join(NUMBERS)})"
PATTERNS = [
    ("day", re.compile(rf"\b{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {YEAR}\b", re.I)),
    ("day", re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {MONTH},? {YEAR}\b", re.I)),
    ("month", re.compile(rf"\b{MONTH},? (?:of )?{YEAR}\b", re.I)),
    ("season", re.compile(rf"\b(?P<season>spring|summer|autumn|fall|winter)(?: of)? {YEAR}\b", re.I)),
    ("decade", re.compile(r"\b(?P<year>1[5-9]\d0|20\d0)'?s\b")),
    ("between", re.compile(rf"\b(?:between|from) {YEAR} (?:and|to|until) (?P<until>\d{{4}})\b", re.I)),
    ("since", re.compile(rf"\bsince {YEAR}\b", re.I)),
    ("year", re.compile(rf"(?<![\d-]){YEAR}(?![\d-])")),
    ("ago", re.compile(rf"\b{COUNT} (?P<unit>day|week|month|year)s? ago\b", re.I)),
    ("last_month", re.compile(rf"\b(?P<which>last|this|next) {MONTH}(?= |$|[,.;])", re.I)),
    ("last", re.compile(r"\b(?P<which>last|this|next) (?P<unit>week|month|year)\b", re.I)),
    ("today", re.compile(r"\b(?P<day_word>today|yesterday|tomorrow)\b", re.I)),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Time:
    """An interval of days, both ends inclusive and ISO 8601 ("" where open),
    and the words it was read from."""

    start: str
    end: str
    text: str


def find_time(predicate: Token, document_date: str | None) -> Time | None:
    """The time stated in the clause of the predicate, else in its sentence when it states just one;
    None if none."""
    clause = _clause(predicate)
    return read_time(clause, document_date)


def _clause(predicate: Token) -> str:
    head = predicate
    while head.pos_ not in ("VERB", "AUX") and head.dep_ != "ROOT":
        head = head.head
    tokens = [token for token in head.subtree if _belongs(token, head)]
    return "".join(token.text_with_ws for token in tokens)


def _belongs(token: Token, head: Token) -> bool:
    while token.i != head.i:
        if token.dep_ in CLAUSES:
            return False
        token = token.head
    return True


def read_time(text: str, document_date: str | None) -> Time | None:
    """The first time expression of the most exact kind in the text."""
    anchor = _anchor(document_date)
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            interval = _interval(kind, match, anchor)
            if interval:
                return Time(*interval, text=match.group().rstrip("."))
    return None


def _anchor(date: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(date) if date and len(date) == 10 else None
    except ValueError:
        return None


def _interval(kind: str, match: re.Match[str], anchor: datetime.date | None) -> tuple[str, str] | None:
    found = match.groupdict()
    year = int(found["year"]) if found.get("year") else 0
    if kind == "day":
        return _day(year, MONTHS[found["month"].lower()], int(found["day"]))
    if kind == "month":
        return _months(year, MONTHS[found["month"].lower()], MONTHS[found["month"].lower()])
    if kind == "season":
        return _months(year, *SEASONS[found["season"].lower()])
    if kind == "decade":
        return f"{year}-01-01", f"{year + 9}-12-31"
    if kind == "between":
        return f"{year}-01-01", f"{found['until']}-12-31"
    if kind == "since":
        return f"{year}-01-01", ""
    if kind == "year":
        return f"{year}-01-01", f"{year}-12-31"
    return _relative(kind, found, anchor) if anchor else None


def _day(year: int, month: int, day: int) -> tuple[str, str] | None:
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    text = f"{year:04}-{month:02}-{day:02}"
    return text, text


def _months(year: int, first: int, last: int) -> tuple[str, str]:
    end_year = year + (last < first)
    return f"{year:04}-{first:02}-01", f"{end_year:04}-{last:02}-{calendar.monthrange(end_year, last)[1]:02}"


def _relative(kind: str, found: dict[str, str], anchor: datetime.date) -> tuple[str, str] | None:
    if kind == "today":
        shift = {"yesterday": -1, "today": 0, "tomorrow": 1}[found["day_word"].lower()]
        day = anchor + datetime.timedelta(days=shift)
        return day.isoformat(), day.isoformat()
    if kind == "last_month":
        return _named_month(found["which"].lower(), MONTHS[found["month"].lower()], anchor)
    unit = found["unit"].lower()
    if kind == "ago":
        count = int(found["count"]) if found["count"].isdigit() else NUMBERS[found["count"].lower()]
        return _shift(anchor, unit, -count)
    return _shift(anchor, unit, {"last": -1, "this": 0, "next": 1}[found["which"].lower()])


def _named_month(which: str, month: int, anchor: datetime.date) -> tuple[str, str]:
    year = anchor.year
    if which == "last" and month >= anchor.month:
        year -= 1
    elif which == "next" and month <= anchor.month:
        year += 1
    return _months(year, month, month)


def _shift(anchor: datetime.date, unit: str, count: int) -> tuple[str, str]:
    if unit == "year":
        return f"{anchor.year + count}-01-01", f"{anchor.year + count}-12-31"
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + count
        return _months(months // 12, months % 12 + 1, months % 12 + 1)
    if unit == "week":
        monday = anchor - datetime.timedelta(days=anchor.weekday()) + datetime.timedelta(weeks=count)
        return monday.isoformat(), (monday + datetime.timedelta(days=6)).isoformat()
    day = (anchor + datetime.timedelta(days=count)).isoformat()
    return day, day
