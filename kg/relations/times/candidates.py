"""The times in a sentence, each with the word it modifies: expressions, dated events, timeline labels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from kg.lexicon import Lexicon
from kg.model import Link
from kg.relations.actors import Actors
from kg.relations.times.expressions import Expression, find_expressions
from kg.relations.times.hosts import Host, find_host

ENTRY = re.compile(r"\s*[*_)\]]*\s*(?::\s|[–—]|-\s)")
MARKS = re.compile(r"[\s*_•·(\[>-]*")
DETERMINING = frozenset({"the", "its", "their", "his", "her", "'s", "these", "those", "our"})
LONGEST_LABEL = 9


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time and what it modifies: an expression, or an event with its ISO dates.

    start, end: characters of the document. is_entry: it labels its sentence as in a timeline.
    """

    start: int
    end: int
    span: Span
    host: Host | None
    expression: Expression | None = None
    event: tuple[str, str] = ("", "")
    is_entry: bool = False


def find_candidates(sent: Span, actors: Actors, lexicon: Lexicon) -> list[Candidate]:
    """The times of a sentence, in its order, the label before it included."""
    found = [
        *_find_label(sent, actors, lexicon),
        *find_dates(sent, actors, lexicon),
        *_find_events(sent, actors, lexicon),
    ]
    return sorted(found, key=lambda candidate: candidate.start)


def find_dates(sent: Span, actors: Actors, lexicon: Lexicon) -> Iterator[Candidate]:
    """The expressions of time in a sentence that are no part of a name, in its order."""
    offset, doc = sent.start_char, sent.doc
    for expression in find_expressions(sent.text):
        start, end = offset + expression.start, offset + expression.end
        span = doc.char_span(start, end, alignment_mode="expand")
        core = doc.char_span(offset + expression.first.start, end, alignment_mode="expand")
        if span is None or core is None or not _is_time(core, expression, actors, lexicon):
            continue
        is_entry = _opens_entry(sent.text, expression)
        yield Candidate(start, end, core, find_host(span, lexicon), expression, is_entry=is_entry)


def find_bracketed(time: Candidate) -> Token | None:
    """The word a time in brackets stands behind: "the treaty (1987)"; None for one without brackets."""
    doc, first = time.span.doc, time.span.start
    return doc[first - 2] if first > 1 and doc[first - 1].text == "(" else None


def _is_time(span: Span, expression: Expression, actors: Actors, lexicon: Lexicon) -> bool:
    """Neither part of a name nor the number of something else."""
    if any(link.mention.type != "EVENT" for link in actors.inside.get(span[0].i, ())):
        return False
    previous = span.doc[span.start - 1].lower_ if span.start else ""
    if expression.first.kind == "bare_weekday":
        return previous not in lexicon.words["times.named_days"]
    if expression.first.kind != "year":
        return True
    counts = span.root.dep_ == "nummod" and span.root.head.tag_ == "NNS" and previous not in DETERMINING
    return previous not in lexicon.words["times.numbered"] and not counts


def _opens_entry(text: str, expression: Expression) -> bool:
    """Whether it opens its sentence as in a timeline: "1962: …", "**2 June** – …"."""
    return bool(MARKS.fullmatch(text[: expression.start]) and ENTRY.match(text, expression.end))


def _find_label(sent: Span, actors: Actors, lexicon: Lexicon) -> Iterator[Candidate]:
    """The time that is all of the sentence or heading before: "1962: China …"."""
    before = sent.doc[sent.start - 1].sent if sent.start else None
    if before is None or len(before) > LONGEST_LABEL:
        return
    for time in find_dates(before, actors, lexicon):
        rest = before.text[: time.start - before.start_char] + before.text[time.end - before.start_char :]
        if not any(letter.isalnum() for letter in rest):
            yield replace(time, host=None, is_entry=True)


def _find_events(sent: Span, actors: Actors, lexicon: Lexicon) -> Iterator[Candidate]:
    """The dated events of the lexicon behind a preposition of time: "during the Cold War"."""
    for link in _list_dated(sent, actors, lexicon):
        span = sent.doc.char_span(link.mention.start, link.mention.end, alignment_mode="expand")
        host = find_host(span, lexicon) if span is not None else None
        if span is not None and host and host.preposition in lexicon.words["times.preposed"]:
            entry = lexicon.entries[link.entity]
            start = host.top.idx if host.top.i < span.start else link.mention.start
            yield Candidate(start, link.mention.end, span, host, event=(entry.start, entry.end))


def _list_dated(sent: Span, actors: Actors, lexicon: Lexicon) -> list[Link]:
    links = {
        link.mention.start: link
        for token in sent
        for link in actors.inside.get(token.i, ())
        if link.mention.type == "EVENT"
        and link.entity in lexicon.entries
        and lexicon.entries[link.entity].start
    }
    return [links[start] for start in sorted(links)]
