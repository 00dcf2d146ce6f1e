"""The tokens of a Doc as plain lists, read once because asking spaCy token by token is slow."""

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.lexicon.letters import PLAIN
from kg.model import Block, Document


@dataclass(frozen=True, slots=True)
class Page:
    """Parallel lists over the tokens that are not blank.

    `raw` is the text; `text` has plain apostrophes, hyphens and blanks, with the length kept.

    `states` marks the tokens of states' names and demonyms, `known` those of all strong names, once found.
    """

    tokens: list[Token]
    raw: str
    text: str
    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    pos: list[str]
    labels: list[str]
    capital: list[bool]
    opens: list[bool]
    titled: list[bool]
    states: list[bool]
    known: list[bool]

    def __len__(self) -> int:
        return len(self.words)

    def token_at(self, place: int) -> int:
        """The index of the token that holds the character at `place`."""
        return max(bisect_right(self.starts, place) - 1, 0)


def read_page(doc: Doc, document: Document) -> Page:
    """The page of `doc`; its headings in title case are marked."""
    raw = doc.text
    text = raw.translate(PLAIN)
    tokens = [token for token in doc if not token.is_space]
    starts = [token.idx for token in tokens]
    ends = [token.idx + len(token) for token in tokens]
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    capital = [_is_capital(word) for word in words]
    return Page(
        tokens=tokens,
        raw=raw,
        text=text,
        words=words,
        lowers=[word.lower() for word in words],
        starts=starts,
        ends=ends,
        pos=[token.pos_ for token in tokens],
        labels=[token.ent_type_ for token in tokens],
        capital=capital,
        opens=_find_openings(doc, words),
        titled=_find_titled(document.blocks, starts, words, capital),
        states=[False] * len(words),
        known=[False] * len(words),
    )


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or (word[:3] in ("al-", "el-", "an-", "as-", "ad-") and word[3:4].isupper())


def _find_openings(doc: Doc, words: list[str]) -> list[bool]:
    opens: list[bool] = []
    pending = False
    for token in doc:
        pending = pending or bool(token.is_sent_start)
        if not token.is_space:
            opens.append(pending)
            pending = False
    for index in range(1, len(words)):
        if words[index - 1] in ('"', "“", "(", "``") and opens[index - 1]:
            opens[index] = True
    return opens


def _find_titled(
    blocks: tuple[Block, ...], starts: list[int], words: list[str], capital: list[bool]
) -> list[bool]:
    titled = [False] * len(words)
    for block in blocks:
        if block.kind != "heading":
            continue
        first = bisect_right(starts, block.start - 1)
        last = bisect_right(starts, block.end - 1)
        long = [index for index in range(first, last) if len(words[index]) > 3 and words[index].isalpha()]
        if len(long) > 1 and sum(capital[index] for index in long) >= 0.75 * len(long):
            titled[first:last] = [True] * (last - first)
    return titled
