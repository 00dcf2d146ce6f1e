"""Where a text speaks of time: dates, months, seasons, years, decades, "two weeks ago", alone or as a range,
with the word that leaves one end open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kg.relations.times.calendars import MONTHS, NUMBERS, ORDINALS, SEASONS, TENS, WEEKDAYS

Bound = Literal["", "since", "until", "after", "before", "by"]


def _any(words: object) -> str:
    return "|".join(sorted(map(str, words), key=lambda word: (-len(word), word)))  # type: ignore[call-overload]


MONTH = rf"(?P<month>{_any(MONTHS)})\b\.?"
DAY = r"(?P<day>\d{1,2}(?!\d))(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1[4-9]\d\d|20\d\d)(?![\d%])(?!,\d{3})"
SEASON = rf"(?P<season>{_any(SEASONS)})"
UNIT = r"(?P<unit>day|week|month|year|decade|centurie|century)s?"
COUNT = rf"(?P<count>\d{{1,3}}|{_any(NUMBERS)}|half\s+an?)"
ABOUT = r"(?:(?:more|less)\s+than\s+|over\s+|nearly\s+|almost\s+|about\s+|some\s+|around\s+|just\s+|only\s+)?"
WHICH_YEAR = (
    r"(?:of\s+)?(?P<which>last|this|next|that(?:\s+same)?|the\s+same|the\s+following|the\s+next|the\s+previous)"
    r"\s+year\b"
)
OF_YEAR = rf"(?:,?\s+(?:of\s+|in\s+)?(?:{YEAR}|'(?P<short>\d\d)\b)|,?\s+{WHICH_YEAR})"
TO = r"\s*(?:[-–]|to|and|through)\s*"
PART = (
    r"(?:(?:the\s+)?(?P<part>early|mid|middle|late|later|beginning(?!\s+(?:in|on|from)\b)|start|opening|end|close|(?:first|second)\s+half)"
    r"(?:[\s-]+(?:in|of|part\s+of|years\s+of|months\s+of|days\s+of))?(?:\s+the)?[\s-]+)?"
)
NTH = r"(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th)"
ANAPHORS = (
    r"that(?:\s+same)?|(?:the|this)\s+same|the\s+(?:following|next|previous|preceding)|(?:the\s+)?prior"
)
DEICTICS = r"last|past|this|next|coming|current"
PATTERNS = {
    kind: re.compile(pattern, re.IGNORECASE)
    for kind, pattern in {
        "iso": r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b",
        "numeric": r"(?<![\d/.])(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)"
        r"(?P<year>\d{4})\b",
        "days": rf"\b(?:{MONTH}\s+{DAY}{TO}(?P<last>\d{{1,2}}(?!\d))(?:st|nd|rd|th)?"
        rf"|{DAY.replace('day', 'day_before')}{TO}(?P<last_before>\d{{1,2}})(?:st|nd|rd|th)?\s+"
        rf"{MONTH.replace('month', 'month_after')}){OF_YEAR}?",
        "day": rf"\b(?:{MONTH}\s+(?:the\s+)?{DAY}(?!,\d)|(?:the\s+)?{DAY.replace('day', 'day_before')}"
        rf"\s+(?:of\s+)?{MONTH.replace('month', 'month_after')}){OF_YEAR}?",
        "quarter": rf"\b(?:(?:the\s+)?{NTH}[\s-]+(?P<share>quarter|half)(?:\s+of|,)?\s+"
        rf"(?:{YEAR}|{WHICH_YEAR})"
        rf"|Q(?P<q>[1-4])\s*,?\s*{YEAR.replace('year', 'year_after')}"
        rf"|{YEAR.replace('year', 'year_before')}\s*Q(?P<q_after>[1-4]))",
        "month": rf"\b{PART}{MONTH}{OF_YEAR}",
        "season": rf"\b{PART}{SEASON}(?:\s+of|\s+in|,)?\s+"
        rf"(?:{YEAR}(?:[-–/](?P<until>\d\d(?:\d\d)?)\b)?|{WHICH_YEAR})",
        "decade": rf"\b{PART}(?:(?P<year>1[4-9]\d0|20\d0)'?s"
        rf"|(?:the\s+)(?:'?(?P<short>\d0)'?s|(?P<tens>{_any(TENS)})))\b",
        "century": rf"\b{PART}(?P<ordinal>{_any(ORDINALS)}|\d\d?(?:st|nd|rd|th))[\s-]+century\b",
        "ago": rf"\b{ABOUT}{COUNT}\s+{UNIT}\s+(?:ago\b|back\b(?!\s+to))",
        "vague": r"\b(?:a\s+few|several|some|many|a\s+couple\s+of)\s+"
        r"(?:days|weeks|months|years|decades|centuries)\s+(?:ago|earlier|later|afterwards?)\b",
        "later": rf"\b{ABOUT}{COUNT}\s+{UNIT}\s+(?P<side>earlier|later|afterwards?|previously|thereafter)\b",
        "span": rf"\b(?:the|these)\s+(?P<which>last|past|next|coming)\s+{COUNT}\s+{UNIT}(?!\s+of\b)",
        "named": rf"\b{PART}(?P<which>{DEICTICS}|{ANAPHORS})\s+"
        rf"(?:(?P<season>{_any(SEASONS)})|{MONTH}|(?P<weekday>{_any(WEEKDAYS)}))\b(?!\s+of\b)",
        "unit": rf"\b{PART}(?P<the>the\s+)?(?P<which>{DEICTICS}|{ANAPHORS})\s+"
        r"(?P<unit>day|week|weekend|month|quarter|year|decade|century)\b(?!\s+of\b)",
        "today": r"\b(?:the\s+day\s+(?P<beyond>before|after)\s+)?(?P<word>today|yesterday|tomorrow|tonight)\b"
        r"|\b(?P<this>this|last)\s+(?P<hour>morning|afternoon|evening|night)\b",
        "year": rf"(?<![\w$£€#.,:/-])(?<!\d[-–]){PART}'?{YEAR}(?:[-–/](?P<until>\d\d(?:\d\d)?)\b)?"
        r"(?![\w$€])(?![.:/-]\d|-[A-Za-z])",
        "bare_season": rf"\b(?<=the\s){SEASON}(?!\s+(?:of|in|to|from)\b)\b",
        "bare_weekday": rf"\b(?P<weekday>{_any(WEEKDAYS)})\b",
        "bare_month": rf"\b{PART}{MONTH}",
    }.items()
}
HINT = re.compile(
    rf"\b(?:1[4-9]\d\d|20\d\d|ago|back|earlier|later|after|afterwards|previously|thereafter|prior|last|past|this|next|that"
    rf"|same|following|previous|preceding|coming|current|today|yesterday|tomorrow|tonight|century|\d+[/.]\d+[/.]\d+"
    rf"|(?:{_any([*MONTHS, *WEEKDAYS, *SEASONS, *TENS])})\b)|\d0'?s\b|\bQ[1-4]\b",
    re.IGNORECASE,
)
BOUND = re.compile(
    r"\b(?P<word>(?P<point>not\s+until)|(?P<since>since|as\s+of|(?:starting|beginning|dating)\s+(?:in|from|on|with)|from"
    r"|as\s+early\s+as)|(?P<until>until|till|up\s+to|through)|(?P<after>after|following)|(?P<before>before|prior\s+to"
    r"|ahead\s+of|on\s+the\s+eve\s+of)|(?P<by>by|no\s+later\s+than)|(?P<between>between))"
    r"\s+(?:(?:about|around|at\s+least|roughly|approximately)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
RANGE = re.compile(r"\s*(?:[-–—]|to|until|till|through|and|up\s+to|into)\s*(?:the\s+)?", re.IGNORECASE)
ONWARD = re.compile(r"\s+(?:on|onwards?|forward)\b(?!\s+(?:the|a|an|its|his|their)\b)", re.IGNORECASE)
NEEDS_PREPOSITION = re.compile(
    r"\b(?:in|since|until|till|of|from|to|between|during|through|throughout|after|before|and|early|late|mid)[\s-]+\Z",
    re.IGNORECASE,
)
AMBIGUOUS_MONTHS = frozenset({"may", "march", "august", "mar", "dec", "sep", "sun", "sat", "jan"})
LISTED = {"year": 1, "decade": 2, "day": 3, "month": 4, "bare_month": 4}
RELATIVE = frozenset({
    "day", "days", "quarter", "month", "season", "later", "named", "unit", "bare_season", "bare_month",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One expression of time: its kind (a key of `PATTERNS`) and the pieces that were there, lower-case."""

    kind: str
    start: int
    end: int
    pieces: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """The piece of that name; "" if it was not there."""
        return next((value for key, value in self.pieces if key == name), "")


@dataclass(frozen=True, slots=True)
class Expression:
    """A time as written, `[start, end)` in characters of the text: one part or the two ends of a range."""

    start: int
    end: int
    first: Part
    last: Part | None = None
    bound: Bound = ""

    @property
    def is_relative(self) -> bool:
        """Whether what it means may depend on a time named before."""
        return (self.last or self.first).kind in RELATIVE and not (self.last or self.first).get("year")

    @property
    def is_anaphoric(self) -> bool:
        """Whether its words point back: "that year", "two weeks later"."""
        return self.first.kind == "later" or bool(self.first.get("which"))


@lru_cache(maxsize=1024)
def find_expressions(text: str) -> tuple[Expression, ...]:
    """The expressions of time in a text, in its order, none within another."""
    return tuple(_join(text, _parts(text))) if HINT.search(text) else ()


def _parts(text: str) -> list[Part]:
    found: list[Part] = []
    for kind, pattern in PATTERNS.items():
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < part.end and part.start < end for part in found) or not _stands(kind, match):
                continue
            end -= len(match.group()) - len(match.group().rstrip(" ,."))
            found.append(Part(kind, start, end, tuple(_pieces(match))))
    return sorted(found, key=lambda part: part.start)


def _pieces(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    for name, value in match.groupdict().items():
        if value is not None:
            yield name.removesuffix("_before").removesuffix("_after"), " ".join(value.lower().split())


def _stands(kind: str, match: re.Match[str]) -> bool:
    """Whether a word that is also no time is one here: months and weekdays are capitalised, and "May" and
    "March" stand behind a preposition."""
    words = match.groupdict()
    name = words.get("month") or words.get("month_after") or words.get("weekday") or ""
    if name and not name[0].isupper():
        return False
    if kind == "bare_month" and name.lower().rstrip(".") in AMBIGUOUS_MONTHS | {""}:
        return bool(words["part"] or NEEDS_PREPOSITION.search(match.string[: match.start()]))
    if kind == "bare_month":
        return len(name) > 4 or bool(NEEDS_PREPOSITION.search(match.string[: match.start()]))
    return kind != "bare_weekday" or len(name) > 5


def _join(text: str, parts: list[Part]) -> Iterator[Expression]:
    index = 0
    while index < len(parts):
        part = parts[index]
        opening = BOUND.search(text, max(0, part.start - 40), part.start)
        following = parts[index + 1] if index + 1 < len(parts) else None
        if following is not None and _is_range(text, part, following, opening):
            opening = opening if opening and (opening["between"] or opening["since"]) else None
            yield Expression(opening.start() if opening else part.start, following.end, part, following)
            index += 2
            continue
        yield _open(text, part, opening)
        index += 1


def _is_range(text: str, first: Part, last: Part, opening: re.Match[str] | None) -> bool:
    link = text[first.end : last.start]
    if not RANGE.fullmatch(link) or last.kind in ("today", "later"):
        return False
    if link.strip().lower() in ("and", "and the"):
        return bool(opening and opening["between"]) or LISTED.get(first.kind) == LISTED.get(last.kind, 0)
    return True


def _open(text: str, part: Part, opening: re.Match[str] | None) -> Expression:
    if opening is None or opening["between"]:
        return Expression(part.start, part.end, part)
    bound: Bound = "since" if opening["since"] else "until" if opening["until"] else ""
    if not bound and not opening["point"]:
        bound = "after" if opening["after"] else "before" if opening["before"] else "by"
    onward = ONWARD.match(text, part.end) if bound == "since" else None
    return Expression(opening.start("word"), onward.end() if onward else part.end, part, None, bound)
