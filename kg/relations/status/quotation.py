"""Whose words stand between quotation marks, from one sentence to the next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.lexicon import Context
from kg.model import Block
from kg.relations.actors import Actors
from kg.relations.syntax import own, undergoers_of

MARK = '"'
# fewer words than these are a title or a word held at a distance
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Quote:
    """The tokens between two quotation marks, half-open, and the paragraph they stand in."""

    start: int
    end: int
    block: int


class Quotes:
    """The quotations of one document; state: its parse, actors and contexts."""

    def __init__(
        self, doc: Doc, blocks: Sequence[Block], actors: Actors, contexts: Mapping[tuple[str, str], Context]
    ) -> None:
        self.doc = doc
        self.actors = actors
        self.contexts = contexts
        self.speakers: dict[int, str] = {}
        self._read(list(_find_quotes(doc, blocks)))

    def speaker_of(self, token: Token) -> str | None:
        """The id of the entity whose words the token is, None outside quotations and where none is told."""
        return self.speakers.get(token.i)

    def _read(self, quotes: Sequence[Quote]) -> None:
        """A quotation without a word of saying goes on with the speaker of the one before it."""
        before: tuple[int, str] | None = None
        for quote in quotes:
            told = self._attribute(quote)
            if told is None and before and quote.block - before[0] <= self._reach(quote):
                told = before[1]
            before = (quote.block, told) if told else None
            if told:
                self.speakers.update(dict.fromkeys(range(quote.start, quote.end), told))

    def _reach(self, quote: Quote) -> int:
        """A paragraph that begins with a quotation may go on with the one before; another may not."""
        sentence = self.doc[quote.start].sent
        return int(sentence.start >= quote.start - 1)

    def _attribute(self, quote: Quote) -> str | None:
        for verb in self._outside(quote):
            context = self.contexts.get(("verb", verb.lemma_.lower()))
            if context is None or context.group not in ("reports", "urgings", "accusations", "denials"):
                continue
            for noun in undergoers_of(verb):
                if not quote.start <= noun.i < quote.end and (found := self.actors.of(noun)):
                    return found[0].entity
        return self._according(quote)

    def _according(self, quote: Quote) -> str | None:
        for token in self._around(quote):
            if token.lower_ == "according":
                nouns = [noun for to in own(token, "prep") for noun in own(to, "pobj")]
                return next((actor.entity for noun in nouns for actor in self.actors.of(noun)), None)
        return None

    def _outside(self, quote: Quote) -> Iterator[Token]:
        return (
            token for token in self._around(quote) if token.pos_ == "VERB" and not own(token, "nsubjpass")
        )

    def _around(self, quote: Quote) -> Iterator[Token]:
        """The words outside the quotation in the sentences where it ends and begins, and before a colon."""
        first, last = self.doc[quote.start].sent, self.doc[quote.end - 1].sent
        start = first.start
        if start and quote.start - 1 <= start and self.doc[start - 1].text == ":":
            start = self.doc[start - 1].sent.start
        after = self.doc[last.end].sent if last.end < len(self.doc) and quote.end >= last.end - 1 else None
        yield from self.doc[quote.end : last.end]
        if after is not None and after[0].pos_ in ("PRON", "PROPN", "DET") and len(after) <= SHORTEST:
            yield from after
        yield from self.doc[start : max(start, quote.start)]


def _find_quotes(doc: Doc, blocks: Sequence[Block]) -> Iterator[Quote]:
    all_marks = [token for token in doc if token.text == MARK]
    for number, block in enumerate(blocks if all_marks else ()):
        marks = [token.i for token in all_marks if block.start <= token.idx < block.end]
        for opening, closing in zip(marks[::2], marks[1::2], strict=False):
            if closing - opening > SHORTEST:
                yield Quote(opening + 1, closing, number)
