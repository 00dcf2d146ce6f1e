"""Text → the spans of its paragraphs: set off by blank lines, one a line, or wrapped at a width."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.corpus.labels import starts_with_label
from kg.model import Span

ZERO_WIDTH = "\ufeff\u200b\u2060"
_INK = re.compile(rf"[^\s{ZERO_WIDTH}]")
_BULLET = re.compile(r"[-*+•‣▪◦●·]\s+\S|[–—]\s*[^\W\d_a-z]|\|")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,5})[.)]\s", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]*_]*$")
_EMPHASIZED = re.compile(r"([*_]{1,3}).*\1|.*\\")
_HEADER = re.compile(r"[*_]*(?:title|author|by|date|published|publisher|source|url)[*_]*\s*:", re.IGNORECASE)
_DANGLING = re.compile(
    r"\b(?:the|an?|of|to|in|on|at|by|for|from|with|and|or|that|which|this|its|his|her|our|their)$",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(r"(?=.{0,20}$)\d[\d/ –-]*")
_QUOTE_MARKS = re.compile(r"[>\s]*")
LONGEST_WRAP = 120
NARROWEST_SURE_WRAP = 60
SLACK = 0.8
SHORTEST_CUT_PARAGRAPH = 60


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    indent: int
    after_blank: bool


def trim(text: str, start: int, end: int) -> Span | None:
    """The part of [start, end) without white space or zero-width characters at its ends; None if empty."""
    first = _INK.search(text, start, end)
    if first is None:
        return None
    while not _INK.match(text, end - 1):
        end -= 1
    return first.start(), end


def split_paragraphs(text: str, *, markdown: bool = False) -> list[Span]:
    """The spans of the paragraphs in order, trimmed; together they hold every visible character.

    In Markdown a single line end within a paragraph means nothing.
    """
    lines = _find_lines(text)
    width = _find_wrap_width(lines)
    spans: list[Span] = []
    for before, line in pairwise([None, *lines]):
        if line is None:
            continue
        if before is not None and _continues(before, line, width, markdown=markdown):
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return _join_over_page_breaks(text, spans)


def is_rule(text: str) -> bool:
    """A line of marks without a letter or digit, such as `***` or `=====`."""
    return not re.search(r"[^\W_]", text)


def is_page_number(text: str) -> bool:
    """A line of a few digits, such as `24` or `08-53122 20`."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def ends_sentence(text: str) -> bool:
    """The text ends as a sentence or a list's introduction does."""
    return _SENTENCE_END.search(text) is not None


def _find_lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    start, after_blank = 0, False
    for raw in text.splitlines(keepends=True):
        span = trim(text, start, start + len(raw))
        if span is not None:
            marks = _QUOTE_MARKS.match(text, *span)
            body = text[marks.end() if marks else span[0] : span[1]]
            lines.append(_Line(*span, body or text[slice(*span)], span[0] - start, after_blank))
        after_blank = span is None
        start += len(raw)
    return lines


def _find_wrap_width(lines: Sequence[_Line]) -> int | None:
    """The width the text was wrapped at, in characters: 0 if unknown, None if lines are paragraphs."""
    lengths = [len(line.text) for line in lines]
    if sum(n for n in lengths if n > LONGEST_WRAP) * 2 > sum(lengths):
        return None
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    broken = sum(not ends_sentence(a.text) for a, _ in pairs)
    if not pairs or broken * 2 < len(pairs):
        return 0
    short = sorted(n for n in lengths if n <= LONGEST_WRAP)
    width = short[(len(short) - 1) * 9 // 10]
    lower = sum(b.text[0].islower() for _, b in pairs) / len(pairs)
    return width if lower >= 0.3 or (len(pairs) < 4 and width >= NARROWEST_SURE_WRAP) else 0


def _continues(before: _Line, line: _Line, width: int | None, *, markdown: bool) -> bool:
    """The line goes on with the paragraph of the line before it."""
    if line.after_blank or _starts_anew(before, line):
        return False
    if not ends_sentence(before.text) and (
        line.text[0].islower() or (width is not None and _DANGLING.search(before.text))
    ):
        return True
    if markdown and len(before.text) <= LONGEST_WRAP:
        return _EMPHASIZED.fullmatch(before.text) is None
    if not width:
        return False
    next_word = line.text.split(maxsplit=1)[0]
    return len(before.text) + 1 + len(next_word) > SLACK * width


def _starts_anew(before: _Line, line: _Line) -> bool:
    if any(is_rule(text) or is_page_number(text) for text in (before.text, line.text)):
        return True
    if before.text.startswith("#") or line.text.startswith("#") or _BULLET.match(line.text):
        return True
    if _HEADER.match(line.text) or _HEADER.match(before.text):
        return True
    if not ends_sentence(before.text):
        return False
    return (
        _NUMBER.match(line.text) is not None
        or line.indent >= before.indent + 2
        or starts_with_label(line.text)
    )


def _join_over_page_breaks(text: str, spans: Sequence[Span]) -> list[Span]:
    """Sentences cut by a blank line or a page number become whole again."""
    joined: list[Span] = []
    pages: list[Span] = []
    for start, end in spans:
        if joined and is_page_number(text[start:end]):
            pages.append((start, end))
            continue
        if joined and _is_cut(text, joined[-1], start, paged=bool(pages)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined += [*pages, (start, end)]
        pages = []
    return joined + pages


def _is_cut(text: str, before: Span, start: int, *, paged: bool) -> bool:
    if before[1] - before[0] < SHORTEST_CUT_PARAGRAPH:
        return False
    mid_sentence = re.match(r"[^\W\d_]|[,-]", text[before[1] - 1]) is not None
    wrapped = "\n" in text[slice(*before)]
    return mid_sentence and (text[start].islower() or (paged and wrapped and text[start].isalpha()))
