"""Who a noun phrase stands for: an actor named, its officials, its ships,
the one a relative pronoun points to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon
from kg.model import Link
from kg.relations.syntax import is_hyphened, own, prepositional

MODIFIERS = ("poss", "compound", "amod", "nmod", "nummod")
DEEPEST = 4
BORDERS = frozenset({"border", "boundary", "frontier"})
HOLDING = frozenset({
    "administered", "controlled", "dominated", "governed", "held", "led", "occupied", "owned", "ruled", "run",
})  # fmt: skip
PLACES = frozenset({"across", "around", "at", "in", "inside", "near", "outside", "throughout", "within"})

# where they are is not whose they are
ABROAD = frozenset({"ambassador", "consulate", "delegation", "embassy", "envoy", "mission"})


@dataclass(frozen=True, slots=True)
class Actor:
    """An entity that fills a slot, with the span that shows it.
    `through` is the noun it acts through, if any."""

    entity: str
    start: int
    end: int
    inferred: bool
    certainty: float
    through: str = ""


class Actors:
    """The actors of one parsed document, by head token."""

    def __init__(self, doc: Doc, links: Iterable[Link], lexicon: Lexicon) -> None:
        self.people = lexicon.words["nouns.people"]
        self.organs = lexicon.words["nouns.organs"]
        self.assets = lexicon.words["nouns.assets"]
        self.somebody = self.people | self.organs | self.assets | lexicon.words["nouns.sites"]
        self.acts = lexicon.words["nouns.acts"]
        self.favours = lexicon.words["groups.aid"] | lexicon.words["groups.relation"] | {"support", "trade"}
        self.partitives = lexicon.words["grammar.partitives"]
        self.inside: dict[int, list[Link]] = defaultdict(list)
        self.named: dict[int, list[Link]] = defaultdict(list)
        for link in links:
            span = doc.char_span(link.mention.start, link.mention.end, alignment_mode="expand")
            if span is None:
                continue
            self.named[span.root.i].append(link)
            for token in span:
                self.inside[token.i].append(link)

    def of(self, token: Token, *, depth: int = DEEPEST) -> list[Actor]:
        """The actors the noun phrase headed by `token` stands for, with its conjuncts; empty if none."""
        found = self._one(token, depth)
        if depth > 0:
            for other in own(token, "conj"):
                found = found + self.of(other, depth=depth - 1)
        return _distinct(found)

    def _one(self, token: Token, depth: int) -> list[Actor]:
        if token.i in self.named:
            return self._named(token)
        if depth == 0:
            return []
        if token.tag_ in ("WP", "WDT") or (
            token.lower_ == "that" and token.dep_ in ("nsubj", "dobj", "nsubjpass")
        ):
            return self._antecedent(token, depth)
        if token.lemma_.lower() in self.partitives and (found := self._after(token, depth, "of")):
            return found
        if found := [actor for other in own(token, "appos") for actor in self._one(other, depth - 1)]:
            return found
        return self._through(token, depth) if self._stands_for_owner(token) else []

    def _named(self, token: Token) -> list[Actor]:
        links = [link for link in self.named[token.i] if not any(holds(x, link) for x in self.named[token.i])]
        return [read_actor(self._head_of_government(link, token)) for link in links]

    def _named_at(self, token: Token) -> list[Actor]:
        return self._named(token) if token.i in self.named else []

    def _head_of_government(self, link: Link, token: Token) -> Link:
        """Who "Obama's administration" acts for: Obama, where the text names him."""
        if link.mention.kind != "description":
            return link
        named = (x for child in token.children for x in self.named.get(child.i, ()))
        return next((x for x in named if x.mention.type == "PERSON" and holds(link, x)), link)

    def _antecedent(self, token: Token, depth: int) -> list[Actor]:
        clause = token.head
        while clause.dep_ not in ("relcl", "ROOT"):
            clause = clause.head
        return self.of(clause.head, depth=depth - 1) if clause.dep_ == "relcl" else []

    def _stands_for_owner(self, token: Token) -> bool:
        lemma = token.lemma_.lower()
        return lemma in self.people or lemma in self.organs or lemma in self.assets

    def _through(self, token: Token, depth: int) -> list[Actor]:
        paths = ("of", "from", "for") if token.lemma_.lower() in ABROAD else ("of", "in", "from", "for")
        found = self._nearest(self.owners(token, depth - 1), token) or self._after(token, depth, *paths)
        found = found or self._holders(token, depth)
        return [
            replace(actor, through=token.lemma_.lower(), certainty=actor.certainty * 0.9) for actor in found
        ]

    def _nearest(self, owners: list[Actor], noun: Token) -> list[Actor]:
        """Of several the one the noun is told by: in "Ho Chi Minh's Viet Minh forces" not the first."""
        told = [child for child in noun.children if child.dep_ in ("compound", "amod") and child.i < noun.i]
        nearest = [actor for actor in owners if any(child.left_edge.idx <= actor.start for child in told)]
        return nearest if nearest and any(child.dep_ == "poss" for child in noun.children) else owners

    def _after(self, token: Token, depth: int, *paths: str) -> list[Actor]:
        return [
            actor
            for path, noun in prepositional(token)
            if path in paths
            for actor in self.of(noun, depth=depth - 1)
        ]

    def _holders(self, token: Token, depth: int) -> list[Actor]:
        """Who leads or holds it: "the coalition, led by Saudi Arabia"."""
        clauses = [clause for clause in own(token, "acl") if clause.lower_ in HOLDING]
        return [
            actor
            for clause in clauses
            for path, noun in prepositional(clause)
            if path == "by"
            for actor in self.of(noun, depth=depth - 1)
        ]

    def owners(self, noun: Token, depth: int = DEEPEST) -> list[Actor]:
        """The actors that own or qualify the noun: Russia's, Russian, U.S.;
        with their conjuncts and chains."""
        found: list[Actor] = []
        for child in noun.children:
            if child.dep_ in MODIFIERS and child.i < noun.i:
                leads = [c for c in child.children if child.lower_ == "led" and is_hyphened(c, child)]
                found += [actor for c in leads for actor in self._named_at(c)] or self._modifier(child, depth)
        return _distinct(found)

    def _modifier(self, child: Token, depth: int) -> list[Actor]:
        if child.i in self.named:
            found = self._named(child)
        elif depth > 0 and child.dep_ in ("poss", "compound", "nmod"):
            found = self._through(child, depth) if child.pos_ in ("NOUN", "PROPN") else []
        else:
            found = []
        if depth > 0:
            chained = [
                c
                for c in child.children
                if c.dep_ in (*MODIFIERS, "conj", "npadvmod") and c.i in self.named and _holds_for(child, c)
                if not self._is_inside(c, child)
            ]
            found = found + [
                actor for c in chained for actor in self._named(c) if c.dep_ != "poss" or not found
            ]
        return found

    def _is_inside(self, token: Token, head: Token) -> bool:
        """Whether the one name is part of the other: the U.S. of "U.S. Central Command"."""
        return any(holds(outer, link) for outer in self.named.get(head.i, ()) for link in self.named[token.i])

    def possessors(self, noun: Token) -> list[Actor]:
        """The actor behind a noun that is none itself: "condemned Turkey's decision",
        "the collapse of Syria"."""
        paths = ("of", "by", "from") if noun.lemma_.lower() in self.acts else ("of", "by")
        found = self.owners(noun) or self._after(noun, DEEPEST, *paths)
        for path, other in prepositional(noun) if not found else ():
            found += self.owners(other) if path == "of" else []
        return [
            replace(actor, through=noun.lemma_.lower(), certainty=actor.certainty * 0.75) for actor in found
        ]

    def favoured(self, noun: Token) -> list[Actor]:
        """Who has what is cut or given, whoever gives it: "cut U.S. aid to Egypt"."""
        if noun.lemma_.lower() not in self.favours:
            return []
        found = self._after(noun, DEEPEST, "for", "to", "with", "of")
        return [replace(actor, certainty=actor.certainty * 0.75) for actor in found]

    def across(self, token: Token) -> list[Actor]:
        """The other side of a border: "massed troops along its border with Iraq"."""
        return self._after(token, DEEPEST, "with") if token.lemma_.lower() in BORDERS else []

    def is_somebody(self, noun: Token) -> bool:
        """Whether the noun means people, a body or a thing that can be hit: no "trust", no "efforts"."""
        lemma = noun.lemma_.lower()
        if noun.pos_ == "NUM" or lemma in self.partitives:
            return True
        return noun.pos_ == "NOUN" and lemma in self.somebody

    def where(self, token: Token) -> list[Actor]:
        """The places the token is said to be in: "killed five people in Basra"."""
        return [
            replace(read_actor(link), through=path, certainty=link.confidence * 0.7)
            for path, noun in prepositional(token)
            if path in PLACES
            for link in self.named.get(noun.i, ())
            if link.mention.type in ("PLACE", "STATE")
        ]

    def is_collective(self, token: Token) -> bool:
        """Whether the token heads people without a name: "Tunisian journalists"."""
        return any(link.method == "collective" for link in self.named.get(token.i, ()))

    def is_part_of_name(self, token: Token) -> bool:
        """Whether the token stands inside a name, so that it is no predicate of its own."""
        return any(link.mention.kind in ("name", "metonym") for link in self.inside.get(token.i, ()))


def _holds_for(participle: Token, owner: Token) -> bool:
    """Whether what is Iranian-held is Iran's; what is Iranian-backed is not."""
    return not is_hyphened(owner, participle) or participle.tag_ != "VBN" or participle.lower_ in HOLDING


def holds(outer: Link, inner: Link) -> bool:
    """Whether the longer mention contains the other."""
    a, b = outer.mention, inner.mention
    return a.start <= b.start and b.end <= a.end and b.end - b.start < a.end - a.start


def read_actor(link: Link) -> Actor:
    """The actor a link names."""
    mention = link.mention
    return Actor(link.entity, mention.start, mention.end, link.inferred, link.confidence)


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    seen: dict[tuple[str, int], Actor] = {}
    for actor in actors:
        seen.setdefault((actor.entity, actor.start), actor)
    return list(seen.values())


def pairs_of(sources: list[Actor], targets: list[Actor]) -> Iterator[tuple[Actor, Actor]]:
    """Each source with each target that is another entity by another mention: "their" has no two roles."""
    return (
        (a, b)
        for a in sources
        for b in targets
        if a.entity != b.entity and (a.start, a.end) != (b.start, b.end)
    )
