"""Finds the mentions of a document: all recognisers run, the best finds stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc

from kg.lexicon import Lexicon
from kg.model import Document, Mention
from kg.ner.acronyms import find_acronyms, is_acronym
from kg.ner.choose import choose, unify_types
from kg.ner.collectives import CollectiveGrammar
from kg.ner.deeds import DeedReader
from kg.ner.events import EventGrammar
from kg.ner.finds import HEADED, MODEL, Find, overlap
from kg.ner.lists import unify_lists
from kg.ner.model_entities import ModelReader
from kg.ner.organs import OrganGrammar
from kg.ner.page import Page, read_page
from kg.ner.phrases import Rules
from kg.ner.support import NameReader
from kg.ner.treaties import TreatyGrammar

SHORTEST_FAMILY = 3


class Recognizer:
    """All recognisers for one lexicon, built once."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        rules = Rules(
            openers=words["recognition.sentence_openers"],
            stops=words["treaties.stops"],
            links=words["treaties.links"],
            inner=words["treaties.inner"],
            heads=words["treaties.heads"],
            subjects=words["treaties.subjects"],
            owners=words["recognition.owners"],
            dates=words["treaties.dates"],
        )
        stops = words["recognition.titles"] - {"Justice", "General"}
        plain = replace(rules, stops=stops, heads=words["recognition.organisation_heads"])
        self.lexicon = lexicon
        self.names = NameReader(lexicon)
        self.model = ModelReader(lexicon)
        self.grammars = (
            DeedReader(lexicon),
            TreatyGrammar(lexicon, rules),
            EventGrammar(lexicon, plain),
            OrganGrammar(lexicon, plain),
            CollectiveGrammar(lexicon),
        )
        self.publications = words["recognition.publication_words"]
        self.ordinary = (
            words["recognition.sentence_openers"]
            | words["recognition.never_names"]
            | words["recognition.titles"]
        )

    def find(self, doc: Doc, document: Document) -> list[Mention]:
        """The mentions of `doc` in text order; nested ones follow the one that holds them."""
        page = read_page(doc, document)
        finds = self.names.find(page, document.date)
        finds += self.model.find(page)
        for grammar in self.grammars:
            finds += grammar.find(page)
        boilerplate = [(block.start, block.end) for block in document.blocks if block.kind == "boilerplate"]
        finds = _without_publications(page, _outside(finds, boilerplate), self.publications)
        finds = unify_types(page, _without_families(page, finds))
        chosen = unify_lists(page, choose(page, finds, self.lexicon), self.model.judge)
        repeated = [*find_acronyms(page, chosen), *self._repeat(page, chosen)]
        if repeated:
            chosen = choose(page, [*chosen, *_outside(repeated, boilerplate)], self.lexicon)
        return [_mention(page, find) for find in chosen]

    def _repeat(self, page: Page, chosen: Iterable[Find]) -> Iterator[Find]:
        """The other places of names found once: whole names, families of persons, acronyms."""
        sources: dict[str, Find] = {}
        for find in [*chosen, *find_acronyms(page, chosen)]:
            if find.kind != "name" or (find.found_by == "lexicon" and find.type != "PERSON"):
                continue
            text = page.text[find.start : find.end]
            if find.type == "PERSON" and " " in text:
                sources.setdefault(text.rsplit(" ", 1)[-1], replace(find, candidates=()))
            if find.found_by != "lexicon" and (" " in text or is_acronym(text)):
                sources.setdefault(text, find)
        taken = list(chosen)
        for text, find in sorted(sources.items()):
            if (
                (len(text) < SHORTEST_FAMILY and not is_acronym(text))
                or text in self.ordinary
                or not text[:1].isupper()
            ):
                continue
            for match in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", page.text):
                again = replace(
                    find,
                    start=match.start(),
                    end=match.end(),
                    rank=min(find.rank, HEADED),
                    found_by="repeated",
                )
                if not any(overlap(again, other) for other in taken):
                    yield replace(again, rank=MODEL if page.opens[page.token_at(again.start)] else again.rank)


@lru_cache(maxsize=4)
def _recognizer(lexicon: Lexicon) -> Recognizer:
    return Recognizer(lexicon)


def find_mentions(doc: Doc, document: Document, lexicon: Lexicon) -> list[Mention]:
    """The names, demonyms, treaties, events and collectives of `doc`, in text order."""
    return _recognizer(lexicon).find(doc, document)


def _without_families(page: Page, finds: list[Find]) -> list[Find]:
    """Without the places that are a person here: "Washington" beside "George Washington"."""
    families = {
        page.text[find.start : find.end].rsplit(" ", 1)[-1]
        for find in finds
        if find.type == "PERSON" and " " in page.text[find.start : find.end]
    }

    def is_family(find: Find) -> bool:
        label = page.labels[page.token_at(find.start)]
        return (
            find.type in ("STATE", "PLACE")
            and label == "PERSON"
            and page.text[find.start : find.end] in families
        )

    return [find for find in finds if not is_family(find)]


def _without_publications(page: Page, finds: list[Find], words: frozenset[str]) -> list[Find]:
    """Without unknown names that the document shows to be a publication's: "the FRUS volumes"."""
    ends = [page.ends[index - 1] for index in range(1, len(page)) if page.words[index] in words]

    def is_title(text: str) -> bool:
        return any(page.text.endswith(text, 0, end) for end in ends)

    unknown = {find for find in finds if not find.candidates and find.type in ("ORG", "PERSON", "PLACE")}
    names = {find: page.text[find.start : find.end] for find in unknown}
    titles = {name for name in sorted(set(names.values())) if is_title(name)}
    return [find for find in finds if names.get(find) not in titles]


def _outside(finds: Iterable[Find], spans: list[tuple[int, int]]) -> list[Find]:
    return [find for find in finds if not any(start <= find.start < end for start, end in spans)]


def _mention(page: Page, find: Find) -> Mention:
    text = page.raw[find.start : find.end]
    return Mention(find.start, find.end, text, find.kind, find.type, find.candidates, find.found_by)
