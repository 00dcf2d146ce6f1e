"""What is known of one document while its mentions are resolved."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon, Name
from kg.lexicon.letters import PLAIN, plain, slug
from kg.model import Document, Entity, EntityType, Link, Mention, Unresolved

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})


@dataclass(frozen=True, slots=True)
class Resolution:
    """The links of a document, the entities they name, what was left alone, and who speaks in which block."""

    links: tuple[Link, ...]
    entities: tuple[Entity, ...]
    unresolved: tuple[Unresolved, ...]
    speakers: Mapping[int, str]


class Reading:
    """One document being resolved: grows by links; tells tokens, sentences and entities."""

    def __init__(self, doc: Doc, document: Document, lexicon: Lexicon) -> None:
        self.doc = doc
        self.document = document
        self.lexicon = lexicon
        self.raw = doc.text
        self.text = self.raw.translate(PLAIN)
        self.starts = [token.idx for token in doc]
        self.sentences = _number_sentences(doc)
        self.headings = [
            (block.start, block.end) for block in document.blocks if block.kind in ("heading", "byline")
        ]
        self.general_heads = _find_general_heads(lexicon)
        self.links: list[Link] = []
        self.entities: dict[str, Entity] = {}
        self.unresolved: list[Unresolved] = []

    def token_at(self, place: int) -> Token:
        """The token that holds the character at `place`."""
        return self.doc[max(bisect_right(self.starts, place) - 1, 0)]

    def root_of(self, mention: Mention) -> Token:
        """The token of the span on which its others depend."""
        first, last = self.token_at(mention.start).i, self.token_at(mention.end - 1).i
        for index in range(last, first - 1, -1):
            token = self.doc[index]
            if (
                token.pos_ != "PUNCT" and token.dep_ != "case" and not first <= token.head.i <= last
            ) or token.head.i == index:
                return token
        return self.doc[last]

    def in_heading(self, place: int) -> bool:
        """The character stands in a heading or a byline."""
        return any(start <= place < end for start, end in self.headings)

    def names_of(self, mention: Mention) -> tuple[Name, ...]:
        """The lexicon's names with the surface of the mention."""
        return self.lexicon.names.get(plain(mention.text), ())

    def know(self, entity: Entity) -> str:
        """The id of `entity`, which is now one of the document's."""
        self.entities.setdefault(entity.id, entity)
        return entity.id

    def know_id(self, key: str) -> str:
        """The lexicon id `key`, whose entity is now one of the document's."""
        return self.know(self.lexicon.entries[key].entity)

    def know_local(
        self, name: str, kind: EntityType, *, state: str = "", subtype: str = "", sector: str = ""
    ) -> str:
        """The id of an entity the lexicon lacks, known within this document."""
        key = f"{self.document.id}#{slug(name)}"
        known = self.entities.get(key)
        if known and known.type != kind:
            key = f"{key}-{kind.lower()}"
        return self.know(Entity(key, name, kind, subtype=subtype, state=state, sector=sector))

    def know_group(self, key: str, name: str, state: str, sector: str) -> str:
        """The id of a state's group without a name ("SYR:REB")."""
        return self.know(Entity(key, name, "GROUP", state=state, sector=sector))

    def link(
        self,
        mention: Mention,
        entity: str,
        method: str,
        *,
        inferred: bool = False,
        metonymic: bool = False,
        confidence: float = 1.0,
    ) -> None:
        """Adds a link; the mention takes the type of its entity."""
        typed = replace(mention, type=self.entities[entity].type)
        self.links.append(Link(typed, entity, method, metonymic, inferred, confidence))

    def describe(self, start: int, end: int, entity: str, method: str, *, confidence: float = 0.7) -> None:
        """Adds a link from a description that only the context resolves."""
        mention = Mention(
            start, end, self.raw[start:end], "description", self.entities[entity].type, (), "description"
        )
        self.link(mention, entity, method, inferred=True, confidence=confidence)

    def leave(self, start: int, end: int, reason: str) -> None:
        """Notes a span that was seen and left alone."""
        self.unresolved.append(Unresolved(start, end, self.raw[start:end], reason))


@lru_cache(maxsize=4)
def _find_general_heads(lexicon: Lexicon) -> frozenset[str]:
    """Words that alone name no organisation ("Committee"); a parliament's kinds may ("Senate")."""
    bodies = {name.title() for name in lexicon.words["organs.parliament"]}
    return lexicon.words["recognition.organisation_heads"] - bodies - {"Parliament", "Greens", "Liberals"}


def _number_sentences(doc: Doc) -> list[int]:
    numbers: list[int] = []
    number = -1
    for token in doc:
        number += bool(token.is_sent_start)
        numbers.append(max(number, 0))
    return numbers


def in_order(links: Iterable[Link]) -> list[Link]:
    """Links in text order, a longer before a shorter."""
    return sorted(links, key=lambda link: (link.mention.start, -link.mention.end, link.entity))
