"""Does a frame hold at a word of the parse, and who fills its slots?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.lexicon import Frame, Lexicon
from kg.relations.actors import Actor, Actors
from kg.relations.frames.bearers import adjective_bearers, role_bearers
from kg.relations.frames.doers import Doers
from kg.relations.frames.slots import Fillers, Slots, reached
from kg.relations.syntax import (
    carriers,
    is_hyphened,
    is_passive,
    objects,
    own,
    particles,
    prepositional,
    stands_as_noun,
    subjects,
)

REFLEXIVES = frozenset({"herself", "himself", "itself", "ourselves", "themselves"})


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that holds at `head`: its sources and targets, and the words that carry it (`cue`,
    first to last token)."""

    frame: Frame
    head: Token
    sources: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    last: Token
    path: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb's objects and doers, as nouns, its particles, and whether it is passive."""

    done_to: list[Token]
    doers: list[Token]
    particles: set[str]
    is_passive: bool


class Matcher:
    """Matches frames against the parse; state: the actors of the document and the lexicon."""

    def __init__(self, actors: Actors, lexicon: Lexicon) -> None:
        self.actors = actors
        self.frames = lexicon.frames
        self.types = lexicon.types
        self.contexts = lexicon.contexts
        self.doers = Doers(actors, lexicon, self.controls)
        self.slots = Slots(actors, self.doers, lexicon.words["grammar.demand_verbs"])
        self.clauses: dict[int, Clause] = {}
        self.complemented = lexicon.words["grammar.complement_verbs"]

    def controls(self, verb: Token) -> bool:
        """Whether the object of the verb is the understood subject of its complement."""
        context = self.contexts.get(("verb", verb.lemma_.lower()))
        return context is not None and context.object_control

    def match(self, token: Token) -> Iterator[Match]:
        """The frames that hold at the token."""
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX"):
            for frame in self.frames.get(("verb", lemma), ()):
                yield from self._match_verb(frame, token)
        elif token.pos_ in ("NOUN", "PROPN") and not self.actors.is_part_of_name(token):
            for frame in self.frames.get(("noun", lemma), ()):
                yield from self._match_noun(frame, token)
            for frame in self.frames.get(("role", lemma), ()):
                yield from self._match_role(frame, token)
        if stands_as_noun(token):
            for frame in self.frames.get(("noun", token.lower_), ()):
                yield from self._match_noun(frame, token)
        if token.pos_ in ("ADJ", "VERB"):
            for frame in self.frames.get(("adjective", token.lower_), ()):
                yield from self._match_adjective(frame, token)

    # verbs

    def _clause(self, verb: Token) -> Clause:
        """What all frames of the verb ask of the parse, read once."""
        if verb.i not in self.clauses:
            found = Clause(objects(verb), self._doers(verb), particles(verb), is_passive(verb))
            self.clauses[verb.i] = found
        return self.clauses[verb.i]

    def _match_verb(self, frame: Frame, verb: Token) -> Iterator[Match]:
        clause = self._clause(verb)
        if frame.particle and frame.particle not in clause.particles:
            return
        if frame.subject.name == "_" and not clause.is_passive:
            return
        done_to = clause.done_to
        has_object = bool(done_to) and not clause.is_passive
        if self._means_another(frame, verb) or (has_object and self._is_intransitive(frame)):
            return
        if has_object and frame.type == "THREATEN" and frame.object is None and self._actors(done_to):
            return  # "warned Chad of an attack on Mali": not the warner's attack
        fillers: Fillers = {frame.subject.name: [*clause.doers]}
        last, pool = verb, [verb]
        if frame.object:
            chosen = self.slots.choose(frame.object, done_to, fillers)
            if chosen is None:
                return
            pool += [chosen] if frame.object.words or frame.object.name == "_" else []
            last = chosen if frame.object.words else verb
        elif has_object:
            pool += done_to
        pool += [other for noun in pool[1:] for other in own(noun, "conj")]
        for slot in frame.others:
            chosen = self.slots.fill(slot, verb, pool, fillers)
            if chosen is None:
                return
            if slot.words or (slot.name == "_" and slot.paths):
                pool.append(chosen)
            if slot.words:
                last = max(last, chosen, key=lambda token: token.i)
        yield from self._bind(frame, verb, fillers, last, "verb")

    def _means_another(self, frame: Frame, verb: Token) -> bool:
        """Whether a complement or a particle makes it another verb: "left Iran free", "called off talks"."""
        is_complemented = verb.lemma_.lower() in self.complemented and not frame.others
        if is_complemented and own(verb, "oprd", "ccomp", "xcomp"):
            return True
        is_bare = frame.object is not None and not frame.object.words
        return is_bare and not frame.particle and bool(own(verb, "prt"))

    def _is_intransitive(self, frame: Frame) -> bool:
        """Whether it is said without an object: "A+B speak", which "speak the same language" is not."""
        is_verbal = self.types[frame.type].family == "verbal cooperation"
        return is_verbal and frame.object is None and not frame.others

    def _doers(self, verb: Token) -> list[Token]:
        if verb.dep_ == "amod" and verb.tag_ == "VBN":
            return [child for child in verb.children if is_hyphened(child, verb)]
        return subjects(verb, self.controls)

    def _bind(self, frame: Frame, head: Token, fillers: Fillers, last: Token, path: str) -> Iterator[Match]:
        if "A+B" in fillers:
            group = [actor for token in fillers["A+B"] for actor in self.actors.of(token)]
            if len({actor.entity for actor in group}) > 1:
                yield Match(frame, head, tuple(group), tuple(group), last, f"{path} A+B")
            return
        sources, targets = self._actors(fillers.get("A", [])), self._targets(frame, fillers.get("B", []))
        if sources and not targets and path == "verb" and self.types[frame.type].located:
            targets, path = self._places([*fillers.get("B", []), head]), "verb in"
        if sources and targets:
            yield Match(frame, head, sources, targets, last, path)

    def _places(self, tokens: list[Token]) -> tuple[Actor, ...]:
        """What is done to the unnamed is done to the place they are in: "bombed a market in Baghdad"."""
        if len(tokens) < 2 or not all(self.actors.is_somebody(token) for token in tokens[:-1]):
            return ()
        return next((tuple(found) for token in tokens if (found := self.actors.where(token))), ())

    def _actors(self, tokens: Iterable[Token]) -> tuple[Actor, ...]:
        found: list[Actor] = []
        for token in tokens:
            found += self.doers.through(token)
        return tuple(found)

    def _targets(self, frame: Frame, tokens: Iterable[Token]) -> tuple[Actor, ...]:
        """What is done to anything of B is done to B: "killed two Iraqi youths",
        "rejected Turkey's request"."""
        is_deed = frame.type == "THREATEN" or self.types[frame.type].family.startswith("material")
        found: list[Actor] = []
        for token in tokens:
            if token.lower_ in REFLEXIVES:
                continue
            named = self.actors.across(token) or self.actors.of(token)
            if not named and token.pos_ == "NOUN":
                named = (is_deed and self.actors.favoured(token)) or self.actors.possessors(token)
            found += named
        return tuple(found)

    # nouns

    def _match_noun(self, frame: Frame, noun: Token) -> Iterator[Match]:
        carrier = self.doers.carrier(noun)
        pool = [noun, *([carrier] if carrier is not None else [])]
        if frame.subject.name == "A+B":
            group = self.actors.owners(noun) if noun.dep_ != "compound" else []
            if len({actor.entity for actor in group}) > 1:
                yield Match(frame, noun, tuple(group), tuple(group), noun, "noun A+B")
            return
        fillers: Fillers = {}
        for slot in frame.others:
            joined = carriers(noun) if "between" in slot.paths else []
            chosen = self.slots.choose(slot, reached(slot, pool + joined), fillers)
            if chosen is None:
                return
            pool += [chosen] if slot.words or slot.name == "_" else []
        if not frame.subject.name:
            yield from self._bind(frame, noun, fillers, noun, "noun")
            return
        taken = frozenset(path for slot in frame.others for path in slot.paths)
        owners = tuple(self.doers.of(noun, besides=taken))
        others = self._targets(frame, fillers.get("B" if frame.subject.name == "A" else "A", []))
        sources, targets = (owners, others) if frame.subject.name == "A" else (others, owners)
        if {actor.entity for actor in sources} & {actor.entity for actor in targets}:
            return  # "thanked Mali and Chad for their support" tells of no support between them
        if sources and targets:
            yield Match(frame, noun, sources, targets, noun, "noun")

    # roles and adjectives

    def _match_role(self, frame: Frame, noun: Token) -> Iterator[Match]:
        bearers = next((found for token in role_bearers(noun) if (found := self.actors.of(token))), [])
        own_links = self.actors.of(noun) if noun.i in self.actors.named else []
        if frame.subject.name == "A+B":
            others = {path for path, _ in prepositional(noun)} | {"of" for _ in own(noun, "poss")}
            if len({actor.entity for actor in bearers}) > 1 and not others & {"of", "to"}:
                yield Match(frame, noun, tuple(bearers), tuple(bearers), noun, "role A+B")
            return
        fillers: Fillers = {}
        for slot in frame.others:
            if self.slots.choose(slot, reached(slot, [noun]), fillers) is None and slot.words:
                return
        targets = list(self._actors(fillers.get("B", []))) or self.actors.owners(noun)
        sources = tuple(
            actor for actor in own_links + bearers if actor.entity not in {t.entity for t in targets}
        )
        if sources and targets:
            yield Match(frame, noun, sources, tuple(targets), noun, "role")

    def _match_adjective(self, frame: Frame, adjective: Token) -> Iterator[Match]:
        bearers = adjective_bearers(adjective)
        fillers: Fillers = {frame.subject.name: bearers}
        for slot in frame.others:
            if self.slots.choose(slot, reached(slot, [adjective]), fillers) is None:
                return
        yield from self._bind(frame, adjective, fillers, adjective, "adjective")
