"""The claims of the page, with each sentence and document they refer to stored once."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.graph.build import Statement, list_statements, read_sign
from kg.lexicon.claim_types import ClaimType
from kg.model import Claim, Corpus, Document, Extraction

CONTEXT_LIMIT = (
    1_500_000  # characters of neighbouring sentences that the page carries; if they are more, none
)
NEIGHBOUR_LIMIT = 500  # characters of a neighbouring sentence

Row = dict[str, Any]


class Evidence:
    """Claims as rows; `numbers` says which node of the page an entity is."""

    def __init__(self, corpus: Corpus, types: Mapping[str, ClaimType], numbers: Mapping[str, int]) -> None:
        self.claims: list[Row] = []
        self._sentences: dict[str, int] = {}
        self._documents: dict[str, int] = {}
        self._types = types
        self._numbers = numbers
        self._groups = corpus.source_groups
        self._texts = {item.document.id: item.document for item in corpus.extractions}
        self._known = {item.claim.id: item for item in list_statements(corpus)}
        self._neighbours = _list_neighbours(corpus)

    def refer(self, claim_id: str) -> int:
        """The position of the claim in `claims`, where it is put."""
        self.claims.append(self._describe(self._known[claim_id]))
        return len(self.claims) - 1

    def list_sentences(self) -> list[str]:
        """The sentences that claims refer to by position."""
        return list(self._sentences)

    def list_documents(self) -> list[Row]:
        """The documents that claims refer to by position."""
        return [_describe_document(self._texts[key], self._groups) for key in self._documents]

    def _describe(self, statement: Statement) -> Row:
        claim, claim_type = statement.claim, self._types[statement.claim.type]
        before, after = self._neighbours.get(claim.id, ("", ""))
        score = read_sign(claim, claim_type)
        row = {
            "s": self._number(claim.sentence),
            "d": self._documents.setdefault(statement.document.id, len(self._documents)),
            "marks": _list_marks(claim),
            "polarity": "" if claim.polarity == "affirmed" else claim.polarity,
            "modality": "" if claim.modality == "asserted" else claim.modality,
            "holders": [self._numbers[holder] for holder in claim.holders],
            "speaker": self._numbers[claim.speaker] if claim.speaker else "",
            "valence": claim.valence or "",
            "stage": claim.stage,
            "time": _list_times(claim),
            "when": claim.time_text,
            "future": claim.tense == "future",
            "inferred": claim.inferred,
            "confidence": round(claim.confidence, 2),
            "score": "" if score == (claim_type.sign, claim_type.score) else list(score),
            "before": self._number(before) if before else "",
            "after": self._number(after) if after else "",
        }
        return {name: value for name, value in row.items() if value not in ("", []) and value is not False}

    def _number(self, sentence: str) -> int:
        return self._sentences.setdefault(sentence, len(self._sentences))


def _list_neighbours(corpus: Corpus) -> dict[str, tuple[str, str]]:
    """The sentences before and after each claim's, by claim; none at all if they are too many."""
    found = {claim: near for item in corpus.extractions for claim, near in _find_neighbours(item)}
    known = {claim.sentence for item in corpus.extractions for claim in item.claims}
    further = {sentence for near in found.values() for sentence in near} - known
    return found if sum(map(len, further)) <= CONTEXT_LIMIT else {}


def _find_neighbours(extraction: Extraction) -> Iterator[tuple[str, tuple[str, str]]]:
    sentences, text = extraction.sentences, extraction.document.text
    starts = [sentence.start for sentence in sentences]
    for claim in extraction.claims:
        place = bisect_left(starts, claim.start)
        if place < len(starts) and starts[place] == claim.start:
            near = (sentences[i] if 0 <= i < len(sentences) else None for i in (place - 1, place + 1))
            before, after = (" ".join(text[item.start : item.end].split()) if item else "" for item in near)
            yield claim.id, (before[-NEIGHBOUR_LIMIT:], after[:NEIGHBOUR_LIMIT])


def _describe_document(document: Document, groups: Mapping[str, str]) -> Row:
    names = ("id", "title", "author", "publisher", "date", "url")
    row = {name: value for name in names if (value := getattr(document, name))}
    group = groups.get(document.id, document.id)
    return row if group == document.id else row | {"copy": group}


def _list_times(claim: Claim) -> list[str]:
    """First and last day, as far as the text tells; the same for both if it tells one."""
    days = [day for day in (claim.time_start, claim.time_end) if day]
    return [days[0], days[-1]] if days else []


def _list_marks(claim: Claim) -> list[int]:
    """Start and end of source, target and cue in the sentence, in the UTF-16 units scripts count in."""
    spans = (
        (claim.source_start, claim.source_end),
        (claim.target_start, claim.target_end),
        (claim.cue_start, claim.cue_end),
    )
    offsets: Iterable[int] = (offset for span in spans for offset in span)
    return [_count_units(claim.sentence, offset - claim.start) for offset in offsets]


def _count_units(text: str, length: int) -> int:
    return len(text[: max(length, 0)].encode("utf-16-le", "surrogatepass")) // 2
