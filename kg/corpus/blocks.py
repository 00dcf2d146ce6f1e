"""Text → Blocks: paragraphs, headings, questions, bylines and boilerplate, with the speaker of each."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.corpus.boilerplate import find_credit_tail, is_boilerplate
from kg.corpus.bylines import Byline, find_byline, find_heading_name, find_nameless_byline
from kg.corpus.datelines import find_dateline
from kg.corpus.frontmatter import find_front_matter
from kg.corpus.kinds import is_heading, is_pure_question, strip_marks
from kg.corpus.labels import Label
from kg.corpus.names import is_person_name, is_role
from kg.corpus.paragraphs import split_paragraphs, trim
from kg.corpus.turns import assign_turns, find_turn_labels
from kg.model import Block, BlockKind, Span

_FENCED = re.compile(r"^(```|~~~).*?^\1[`~]*[ \t]*$|<!--.{0,2000}?-->", re.DOTALL | re.MULTILINE)
LAST_TITLE_BLOCK = 6
LAST_TOP_BLOCK = 10
LONGEST_ROLE_LINE = 25


def find_blocks(text: str, *, markdown: bool = False) -> tuple[Block, ...]:
    """The blocks of `text` in order: they do not overlap, are trimmed, and hold every visible character.

    Zero-width characters (a byte-order mark among them) count as white space. With `markdown`, front
    matter, fenced code and comments are boilerplate.
    """
    hidden = _find_hidden(text) if markdown else []
    spans = _cut_credits(text, list(_split(text, hidden, markdown=markdown)))
    labels = find_turn_labels(text, spans)
    bylines = _find_bylines(text, spans, labels)
    kinds = _find_kinds(text, spans, labels, bylines)
    blocks = assign_turns(text, spans, kinds, labels, bylines)
    return tuple(sorted([*blocks, *(Block(*span, "boilerplate") for span in hidden)], key=lambda b: b.start))


def _find_hidden(text: str) -> list[Span]:
    """The parts of a Markdown file that are not its text, trimmed."""
    matter = find_front_matter(text)
    found = [(0, matter)] if matter else []
    found += [match.span() for match in _FENCED.finditer(text, matter)]
    return [span for start, end in found if (span := trim(text, start, end))]


def _split(text: str, hidden: Sequence[Span], *, markdown: bool) -> Iterator[Span]:
    """The paragraphs of the parts between what is hidden."""
    for (_, start), (end, _) in pairwise([(0, 0), *hidden, (len(text), len(text))]):
        for span in split_paragraphs(text[start:end], markdown=markdown):
            yield start + span[0], start + span[1]


def _cut_credits(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans, with the dateline of a report and "(Reporting by …)" at its end made spans of their own."""
    return [
        part for number, span in enumerate(spans) for part in _cut(text, span, is_top=number < LAST_TOP_BLOCK)
    ]


def _cut(text: str, span: Span, *, is_top: bool) -> Iterator[Span]:
    start, end = span
    dateline = find_dateline(text[start:end]) if is_top else None
    opens = start + dateline.length if dateline else start
    closes = find_credit_tail(text, opens, end)
    for part in (trim(text, start, opens), trim(text, opens, closes), trim(text, closes, end)):
        if part:
            yield part


def _find_bylines(text: str, spans: Sequence[Span], labels: Sequence[Label | None]) -> list[Byline | None]:
    bylines: list[Byline | None] = [
        None if label else _find_any_byline(text, span, number)
        for number, (span, label) in enumerate(zip(spans, labels, strict=True))
    ]
    for index, (name, role) in enumerate(pairwise(spans)):
        if bylines[index] is None and bylines[index + 1] is None and _is_name_over_role(text, name, role):
            bylines[index] = Byline(_inside_marks(text, name), "introduces")
        elif bylines[index] is None and labels[index] is None and is_pure_question(text[slice(*role)]):
            bylines[index] = find_nameless_byline(text, *name)
    return bylines


def _find_any_byline(text: str, span: Span, number: int) -> Byline | None:
    heading = find_heading_name(text, *span) if number < LAST_TITLE_BLOCK else None
    return heading or find_byline(text, *span)


def _is_name_over_role(text: str, name: Span, role: Span) -> bool:
    """A name alone on its line and the person's office on the next."""
    words = text[slice(*role)].split()
    return (
        is_person_name(strip_marks(text[slice(*name)]))
        and len(words) <= LONGEST_ROLE_LINE
        and not text[slice(*role)].endswith("?")
        and is_role(strip_marks(text[slice(*role)]).rstrip("."))
    )


def _inside_marks(text: str, span: Span) -> Span:
    plain = strip_marks(text[slice(*span)])
    start = text.index(plain, span[0])
    return start, start + len(plain)


def _find_kinds(
    text: str, spans: Sequence[Span], labels: Sequence[Label | None], bylines: Sequence[Byline | None]
) -> list[BlockKind]:
    kinds: list[BlockKind] = []
    opens_text = True
    for index, (span, label, byline) in enumerate(zip(spans, labels, bylines, strict=True)):
        following = text[slice(*spans[index + 1])] if index + 1 < len(spans) else ""
        block = text[slice(*span)]
        kind = "paragraph" if label else _find_kind(block, byline, opens_text=opens_text, following=following)
        kinds.append(kind)
        is_signature = byline is not None and byline.use == "wrote"
        opens_text = opens_text and (kind == "boilerplate" or is_signature)
    return _mark_role_lines(text, spans, kinds, bylines)


def _find_kind(block: str, byline: Byline | None, *, opens_text: bool, following: str) -> BlockKind:
    if byline:
        return "byline" if byline.use in ("introduces", "wrote") else "heading"
    if is_boilerplate(block):
        return "boilerplate"
    return "heading" if is_heading(block, opens_text=opens_text, following=following) else "paragraph"


def _mark_role_lines(
    text: str, spans: Sequence[Span], kinds: Sequence[BlockKind], bylines: Sequence[Byline | None]
) -> list[BlockKind]:
    """The kinds, with the office under a name alone on its line made part of the byline."""
    marked = list(kinds)
    for index, byline in enumerate(bylines[:-1]):
        if byline and byline.use == "introduces" and _is_name_over_role(text, *spans[index : index + 2]):
            marked[index + 1] = "byline"
    return marked
