"""What the top of a text tells of itself: title, author, publisher and date."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from itertools import pairwise

from kg.corpus.bylines import find_byline, find_heading_name
from kg.corpus.datelines import find_dateline
from kg.corpus.dates import find_dates, parse_date, read_date_line
from kg.corpus.frontmatter import read_front_matter
from kg.corpus.kinds import strip_marks
from kg.corpus.names import find_leading_name
from kg.model import Block

TOP_BLOCKS = 15
TITLE_BLOCKS = 6
LONGEST_TITLE = 200
_KEYS = {
    "title": ("title", "headline", "subject"),
    "author": ("author", "authors", "by", "speaker"),
    "publisher": ("publisher", "site", "sitename", "website", "source", "outlet", "newspaper"),
    "date": ("date", "published", "publication date", "pubdate", "publishdate", "created", "updated"),
    "url": ("url", "link", "permalink", "canonical"),
    "language": ("language", "lang"),
}
_HEADER_LINE = re.compile(
    r"[*_]*(?P<key>title|headline|author|publisher|date|url|link|source)[*_]*\s*:[*_]*\s+(?P<value>\S.*)",
    re.I,
)
_SAYS_DATE = re.compile(
    r"\b(?:(?P<first>published|posted|issued|released|dated?)|(?P<later>updated|modified|revised))\b",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:Agency|Chronicle|Courier|Daily|Dispatch|Gazette|Globe|Guardian|Herald|Independent|Journal|Magazine|"
    r"Mail|Monitor|News|Observer|Post|Press|Review|Standard|Star|Telegraph|Times|Today|Tribune|Weekly|Wire)\b"
)
_PICTURE_SOURCES = re.compile(
    r"getty|shutterstock|alamy|istock|flickr|unsplash|wikimedia|afp|epa\b|ap photo|photo|image", re.I
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a text beside its words; `date` is ISO 8601, None where it is not told."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None


def read_metadata(text: str, blocks: Sequence[Block]) -> Metadata:
    """What front matter, header lines and the first blocks tell, in this order of trust."""
    matter = read_front_matter(text)
    lines = _list_lines(text, blocks[:TOP_BLOCKS])
    given = {**_read_header_lines(lines), **matter}
    return Metadata(
        title=_pick(given, "title") or _find_title(text, blocks),
        author=_pick(given, "author") or _find_author(text, blocks),
        publisher=_pick_publisher(given) or _find_outlet(text, blocks) or _find_agency(lines),
        date=parse_date(_pick(given, "date") or "") or _find_date(text, blocks, lines),
        url=_pick(given, "url"),
        language=_pick(given, "language"),
    )


def fill_metadata(told: Metadata, other: Metadata) -> Metadata:
    """What `told` tells, and what `other` tells where that is silent."""
    pairs = zip(astuple(told), astuple(other), strict=True)
    return Metadata(*(first or second for first, second in pairs))


def _pick(values: dict[str, str], field: str) -> str | None:
    return next((values[key] for key in _KEYS[field] if values.get(key)), None)


def _pick_publisher(values: dict[str, str]) -> str | None:
    """The publisher named; a source line that credits a picture, or is a note of some length, is none."""
    name = _pick(values, "publisher")
    if not name or _PICTURE_SOURCES.search(name) or len(name.split()) > 8 or "://" in name:
        return None
    return name.strip(" .")


def _list_lines(text: str, blocks: Iterable[Block]) -> list[str]:
    """The lines beside the running text: headings, bylines, datelines, credits."""
    parts = [text[block.start : block.end] for block in blocks if block.kind not in ("paragraph", "question")]
    return [line.strip() for part in parts for line in part.splitlines() if line.strip()]


def _read_header_lines(lines: Iterable[str]) -> dict[str, str]:
    found = [match for line in lines if (match := _HEADER_LINE.fullmatch(line))]
    return {match["key"].casefold(): match["value"].strip("*_ ") for match in reversed(found)}


def _find_title(text: str, blocks: Sequence[Block]) -> str | None:
    """The first heading, where nothing but boilerplate and bylines stands above it."""
    for block in blocks[:TITLE_BLOCKS]:
        if block.kind == "heading":
            title = " ".join(strip_marks(text[block.start : block.end]).split())
            return re.sub(r"\s*[=-]{3,}$|\s+#+$", "", title)[:LONGEST_TITLE] or None
        is_signature = block.kind == "byline" and block.speaker is None
        if block.kind != "boilerplate" and not is_signature:
            return None
    return None


def _find_author(text: str, blocks: Sequence[Block]) -> str | None:
    """Who signs the text, or gives the speech, in its first blocks."""
    for block in blocks[:TITLE_BLOCKS]:
        if block.kind not in ("byline", "heading"):
            continue
        byline = find_byline(text, block.start, block.end) or find_heading_name(text, block.start, block.end)
        if byline and byline.use == "wrote":
            return _read_authors(text[byline.name[0] : block.end])
        if byline and byline.use == "spoke":
            return " ".join(text[slice(*byline.name)].split())
    return None


def _read_authors(signature: str) -> str:
    """The names that open "Jane Doe and John Smith, The Herald", joined by commas."""
    names: list[str] = []
    for part in re.split(r"\s*(?:,|&|\band\b|\n)\s*", signature):
        name = find_leading_name(part)
        if not name:
            break
        names.append(" ".join(name.split()))
    return ", ".join(names)


def _find_outlet(text: str, blocks: Sequence[Block]) -> str | None:
    """The paper named on a line of its own next to that of the date."""
    top = [(text[block.start : block.end].strip("*_ "), block.kind) for block in blocks[:TITLE_BLOCKS]]
    for (one, kind), (other, other_kind) in [*pairwise(top), *pairwise(top[::-1])]:
        beside_date = other_kind == "boilerplate" and any(find_dates(other))
        if kind == "heading" and beside_date and len(one.split()) <= 5 and _OUTLET.search(one):
            return one
    return None


def _find_agency(lines: Iterable[str]) -> str | None:
    datelines = filter(None, map(find_dateline, lines))
    return next((dateline.agency for dateline in datelines if dateline.agency), None)


def _find_date(text: str, blocks: Sequence[Block], lines: Sequence[str]) -> str | None:
    """The date of publication: said so, alone on a line at the top, or in the dateline of a report."""
    said = list(_list_said_dates(_list_lines(text, blocks)))
    return (
        next((date for first, date in said if first), None)
        or next(_list_top_dates(lines), None)
        or next((date for _, date in said), None)
    )


def _list_said_dates(lines: Iterable[str]) -> Iterator[tuple[bool, str]]:
    """Whether it is the first publication, and the date, of short lines that say when."""
    for line in lines:
        word = _SAYS_DATE.search(line[:40])
        if word and len(line) <= 120 and len(line.split()) <= 15:
            yield from (
                (bool(word["first"]), iso) for iso, start, _ in find_dates(line) if start >= word.end()
            )


def _list_top_dates(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if len(line) <= 120 and (date := read_date_line(line, allow=_is_signature)):
            yield date
        dateline = find_dateline(line)
        if dateline and dateline.date:
            yield dateline.date


def _is_signature(text: str) -> bool:
    """What may stand beside the date on its line: a name, "By Jane Doe", the name of a paper."""
    words = text.split()
    return len(words) <= 6 and (words[0].casefold() == "by" or all(word[0].isupper() for word in words))
