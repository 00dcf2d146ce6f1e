"""When it happens: of the times in a sentence the one that belongs to a predicate."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from spacy.tokens import Span, Token

from kg.lexicon import Lexicon
from kg.model import Document, Tense
from kg.relations.actors import Actors
from kg.relations.syntax import CLAUSES
from kg.relations.times.anchoring import Ends, anchor_time, date_event, open_end, read_date
from kg.relations.times.calendars import Interval
from kg.relations.times.candidates import Candidate, find_bracketed, find_candidates, find_dates
from kg.relations.times.carriers import Share, find_carriers
from kg.relations.times.expressions import Bound
from kg.relations.times.hosts import Host

ENDS = CLAUSES | {"ROOT", "appos", "poss"}
AGREEMENTS = ("TREATY", "LAW")
# What is said of the time of an event opens the time of what comes after or before it.
OPENING: dict[str, Bound] = {"after": "since", "following": "since", "since": "since", "before": "by"}
OPENING |= {"until": "until", "till": "until", "by": "by"}
UNKNOWN: Ends = (None, None)


@dataclass(frozen=True, slots=True)
class Time:
    """An interval of days, both ends inclusive and ISO 8601 ("" where open or unknown),
    and the words it was read from."""

    start: str
    end: str
    text: str


@dataclass(frozen=True, slots=True)
class Tie:
    """How closely a time belongs to a predicate: 0 its own, 1 its clause's, 2 that of a noun in the clause,
    3 that of the whole entry; and the preposition over an event so dated ("after the coup of 1953")."""

    rank: int
    over: Token | None = None


class Times:
    """The times of one sentence, read once and only if a claim asks."""

    def __init__(self, sent: Span, document: Document, actors: Actors, lexicon: Lexicon) -> None:
        self.sent = sent
        self.document = document
        self.actors = actors
        self.lexicon = lexicon

    def find(self, head: Token, last: Token, tense: Tense, path: str) -> Time | None:
        """When that happens which `head` says; None if the text does not tell.

        last: the object noun of the frame. A relation read from a name alone (path "part") has no time.
        """
        if path == "part" or not self.candidates:
            return None
        carriers = find_carriers(head, path.split()[0], self.lexicon)
        best: tuple[tuple[int, int, int, int], Time] | None = None
        for candidate in self.candidates:
            tie = self._tie(candidate, head, last, carriers)
            if tie is None:
                continue
            ends = self._anchor(candidate, tense, tie)
            key = tie.rank, _width(ends), abs(candidate.span.root.i - head.i), candidate.start
            if best is None or key < best[0]:
                best = key, self._write(candidate, ends, tie)
        return best[1] if best else None

    @cached_property
    def candidates(self) -> list[Candidate]:
        """The times of the sentence, in its order."""
        return find_candidates(self.sent, self.actors, self.lexicon)

    @cached_property
    def published(self) -> Interval | None:
        """The days the document can be of."""
        return read_date(self.document.date)

    # which of them

    def _tie(self, time: Candidate, head: Token, last: Token, carriers: Mapping[int, Share]) -> Tie | None:
        """How the time belongs to the predicate; None if it does not."""
        if time.is_entry:
            return Tie(3)
        host = time.host
        if host is None:
            return None
        if (named := find_bracketed(time)) is not None:
            return Tie(0) if named.i in (head.i, last.i) else None
        if host.word.i == head.i:
            return None if self._is_name_part(host, head) else Tie(0)
        if host.word.i in carriers and host.preposition != "of":
            return Tie(1) if _reaches(host.top, host.word, carriers) else None
        return self._tie_argument(host, last, carriers)

    def _is_name_part(self, host: Host, word: Token) -> bool:
        """Whether it tells which one: "the 1987 treaty", where the treaty has a name."""
        names = [link.mention.type for link in self.actors.inside.get(word.i, ())]
        return host.preposition in ("", "of") and any(name in AGREEMENTS for name in names)

    def _tie_argument(self, host: Host, last: Token, carriers: Mapping[int, Share]) -> Tie | None:
        """A time that the parse hangs on a noun of the clause.

        An event of its own keeps it, but dates its clause behind a preposition of time: "after the coup
        of 1953", "in the 1999 elections".
        """
        node, over = host.word, None
        is_name = self._is_name_part(host, node) or host.preposition in ("", "of")
        while node.i not in carriers:
            if node.dep_ in ENDS or (node.pos_ in ("VERB", "AUX") and node.dep_ != "prep"):
                return None
            above = node.head
            if node.dep_ == "pobj" and self._dates(above, node):
                over, is_name = above, self._is_name_part(host, node)
            elif self._is_other_event(node, last):
                is_name = True
            node = above
        if is_name or (carriers[node.i] == "initial" and (over is None or over.i > node.i)):
            return None
        opens = over is not None and over.lower_ in OPENING and over.lower_ != "by"
        return Tie(2, over if opens else None)

    def _dates(self, preposition: Token, noun: Token) -> bool:
        """Whether the phrase tells when: "after the 1979 treaty", "in the 1999 election"."""
        words, lemma = self.lexicon.words, noun.lemma_.lower()
        if preposition.lower_ in OPENING and preposition.lower_ != "by":
            return True
        happens = ("noun", lemma) in self.lexicon.frames or noun.lemma_.title() in words["events.heads"]
        return preposition.lower_ in words["times.dating"] and (
            happens or lemma in words["events.election_heads"]
        )

    def _is_other_event(self, node: Token, last: Token) -> bool:
        if node.pos_ not in ("NOUN", "PROPN") or node.i == last.i:
            return False
        carried = (
            node.dep_ == "dobj" and node.head.lemma_.lower() in self.lexicon.words["nouns.support_verbs"]
        )
        return ("noun", node.lemma_.lower()) in self.lexicon.frames and not carried

    # what it means

    def _anchor(self, time: Candidate, tense: Tense, tie: Tie) -> Ends:
        ends = self._place(time, tense)
        word = tie.over.lower_ if tie.over is not None else _opening_of(time)
        return open_end((ends[0], ends[1]), OPENING[word]) if word and ends[0] and ends[1] else ends

    def _place(self, time: Candidate, tense: Tense) -> Ends:
        if time.expression is None:
            host = time.host
            return date_event(*time.event, host.preposition, host.stretches) if host else UNKNOWN
        earlier, is_near = None, False
        if time.expression.is_relative:
            earlier, is_near = self._earlier(time)
        return anchor_time(time.expression, self.published, tense, earlier, is_near=is_near) or UNKNOWN

    def _earlier(self, latest: Candidate) -> tuple[Interval | None, bool]:
        """The time named last before this one, and whether in the same sentence,
        not only in the same paragraph."""
        found: Interval | None = None
        for sent in self._sentences_from(self._start_of_story(latest)):
            near = None
            for time in find_dates(sent, self.actors, self.lexicon):
                if time.start >= latest.start or time.expression is None:
                    break
                closed = replace(time.expression, bound="")
                ends = anchor_time(closed, self.published, "past", near or found, is_near=near is not None)
                near = (ends[0], ends[1]) if ends and ends[0] and ends[1] else near
            if sent.start == self.sent.start and near:
                return near, True
            found = near or found
        return found, False

    def _start_of_story(self, time: Candidate) -> int:
        """Where the paragraph begins, or the one before for what opens its paragraph.

        A month or day without year, in a text without date, may look two paragraphs back.
        """
        starts = [block.start for block in self.document.blocks if block.start <= time.start]
        if time.expression is None or time.expression.is_anaphoric or self.published:
            back = 2 if starts and starts[-1] >= self.sent.start_char else 1
        else:
            back = 3
        return starts[-back:][0] if starts else self.sent.start_char

    def _sentences_from(self, start: int) -> list[Span]:
        before = [self.sent]
        while before[-1].start > 0 and before[-1].start_char > start:
            before.append(self.sent.doc[before[-1].start - 1].sent)
        return before[::-1]

    def _write(self, time: Candidate, ends: Ends, tie: Tie) -> Time:
        start, end = (_spell(day) for day in ends)
        first = min(tie.over.idx, time.start) if tie.over is not None else time.start
        return Time(start, end, self.document.text[first : time.end])


def _opening_of(time: Candidate) -> str:
    """The preposition over a stretch of an event: "after the outbreak of the revolution in 1789"."""
    if time.host is None or time.expression is None or time.expression.bound or not time.host.stretches:
        return ""
    return time.host.preposition if time.host.preposition in OPENING else ""


def _reaches(top: Token, carrier: Token, carriers: Mapping[int, Share]) -> bool:
    return carriers[carrier.i] == "all" or top.i < carrier.i


def _width(ends: Ends) -> int:
    start, end = ends
    if start is None and end is None:
        return 10**7
    return (end - start).days if start and end else 10**6


def _spell(day: date | None) -> str:
    return day.isoformat() if day else ""
