"""Parses documents: cuts each at its blocks, reads the pieces in batches, joins them into one Doc."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from kg.model import Block, Document

PIECE = 20_000
BATCH = 32
TITLE_WORDS = 25


def parse(nlp: Language, documents: Iterable[tuple[Document, str]]) -> Iterator[tuple[Document, Doc]]:
    """Each document with the Doc of its cleaned text; `token.idx` is an offset into that text.

    The cleaned text has the length of `Document.text`. A document without text is left out.
    """
    pending: list[tuple[Document, int]] = []

    def read_pieces() -> Iterator[Doc]:
        for document, text in documents:
            pieces = [piece for piece in _cut(document, text) if text[slice(*piece)]]
            pending.append((document, len(pieces)))
            for start, end in pieces:
                yield _prepare(nlp, document, text, start, end)

    parsed: list[Doc] = []
    for doc in nlp.pipe(read_pieces(), batch_size=BATCH):
        parsed.append(doc)
        while pending and len(parsed) >= pending[0][1]:
            document, count = pending.pop(0)
            if count:
                yield document, _join(parsed[:count])
            del parsed[:count]


def _cut(document: Document, text: str) -> list[tuple[int, int]]:
    """Pieces of whole blocks, each at most PIECE characters where the blocks allow it."""
    cuts = [0]
    for block in document.blocks:
        if block.end - cuts[-1] > PIECE and block.start > cuts[-1]:
            cuts.append(block.start)
    return [(start, end) for start, end in pairwise([*cuts, len(text)]) if start < end]


def _prepare(nlp: Language, document: Document, text: str, start: int, end: int) -> Doc:
    """The tokens of a piece, with a sentence begun at each block and none inside headings."""
    doc = nlp.make_doc(text[start:end])
    blocks = [block for block in document.blocks if start <= block.start < end]
    inside = iter(blocks)
    block: Block | None = next(inside, None)
    opened: Block | None = None
    for token in doc:
        if token.is_space:
            continue
        place = token.idx + start
        while block is not None and place >= block.start:
            opened, block = block, next(inside, None)
            token.is_sent_start = True
        if token.is_sent_start is None and opened is not None and _is_whole(opened, place):
            token.is_sent_start = False
    return doc


def _is_whole(block: Block, place: int) -> bool:
    return (
        block.kind in ("heading", "byline")
        and block.end - block.start < TITLE_WORDS * 6
        and place < block.end
    )


def _join(pieces: list[Doc]) -> Doc:
    return pieces[0] if len(pieces) == 1 else Doc.from_docs(pieces, ensure_whitespace=False)
