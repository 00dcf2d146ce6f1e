"""Absolute dates in text → ISO 8601, by the calendar alone: never relative to today."""

import re
from collections.abc import Callable, Iterator
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"\b{_YEAR}/(?P<month>\d\d?)/(?P<day>\d\d?)\b",
        rf"\b(?P<day>\d\d?)\.(?P<month>\d\d?)\.{_YEAR}\b",
        # 3/4/2018 means two days: only a number over 12 tells which one is the day
        rf"\b(?P<day>1[3-9]|2\d|3[01])[/-](?P<month>0?[1-9]|1[0-2])[/-]{_YEAR}\b",
        rf"\b(?P<month>0?[1-9]|1[0-2])[/-](?P<day>1[3-9]|2\d|3[01])[/-]{_YEAR}\b",
        rf"\b{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}\b",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
        rf"\b{_MONTH},?\s+{_YEAR}\b",
    )
]
_ISO = re.compile(rf"{_YEAR}(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_COMPACT = re.compile(rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)")
_TIME = re.compile(
    r"""\b\d{1,2}(?::\d\d){1,2}(?:\s*[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|\b(?:gmt|utc|est|edt|cet|bst|msk)\b|
    \b(?:mon|tues?|wednes|thurs?|fri|satur|sun)day\b""",
    re.VERBOSE | re.IGNORECASE,
)

# what a date may belong to that is not the document
_NAMED_THING = re.compile(
    r"treaty|accord|agreement|pact|protocol|act|summit|war|elections?|report|no\b", re.IGNORECASE
)


_NAME_DATE = re.compile(r"(?P<date>(?:1[5-9]|20)\d\d-\d\d(?:-\d\d)?)(?!\d|-\d{3})")


def parse_date(value: object) -> str | None:
    """The date a field holds ("2018", "2018-11", "2018-11-27", a time after it is cut) or None."""
    text = str(value).strip()
    for pattern in (_ISO, _COMPACT):
        if found := pattern.fullmatch(text):
            return _to_iso(found)
    dates = list(find_dates(text))
    return dates[0][0] if dates else None


def read_name_date(name: str | None) -> str | None:
    """The date a title or file name begins with in figures ("1973-11-29-letter"), None where it does not."""
    found = _NAME_DATE.match(name or "")
    return parse_date(found["date"]) if found else None


def find_dates(text: str) -> Iterator[tuple[str, int, int]]:
    """The dates of at least a month and a year in `text`, with their spans, in order."""
    taken: list[tuple[int, int, str]] = []
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            iso = _to_iso(found)
            if iso and all(found.end() <= start or found.start() >= end for start, end, _ in taken):
                taken.append((*found.span(), iso))
    yield from ((iso, start, end) for start, end, iso in sorted(taken))


def is_date_line(line: str) -> bool:
    """The line is a date with no more than a weekday, a time and the name of a place beside it."""
    return len(line) <= 80 and bool(read_date_line(line))


def read_date_line(line: str, allow: Callable[[str], bool] | None = None) -> str | None:
    """The date of a line that is hardly more; `allow` says what else may stand beside the date."""
    dates = list(find_dates(line))
    if len(dates) != 1:
        return None
    iso, start, end = dates[0]
    left, right = (_TIME.sub(" ", part).strip(" ,.|·•-–—:;()/\t") for part in (line[:start], line[end:]))
    if not right and _is_place(left):
        return iso
    return iso if allow and all(not part or allow(part) for part in (left, right)) else None


def _is_place(text: str) -> bool:
    words = text.replace(",", " ").split()
    return len(words) <= 3 and all(word[0].isupper() for word in words) and not _NAMED_THING.search(text)


def _to_iso(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    month = int(parts.get("month") or 0)
    if parts.get("name"):
        month = _MONTHS.index(parts["name"][:3].casefold()) + 1
    if not month:
        return parts["year"]
    try:
        iso = date(int(parts["year"]), month, int(parts.get("day") or 1)).isoformat()
    except ValueError:
        return None
    return iso if parts.get("day") else iso[:7]
