"""Which verbs and nouns link two actors in a parse, and whether the lexicon knows what they say."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from spacy.tokens import Doc, Token

from kg.lexicon import Frame, Lexicon
from kg.model import Link
from kg.relations.actors import PLACES, Actor, Actors
from kg.relations.frames.matching import Matcher
from kg.relations.syntax import CLAUSES, objects, own, particles, prepositional, subjects

Knowledge = Literal["frame", "context", "no relation", "unknown"]
WordClass = Literal["verb", "noun"]
Pair = frozenset[str]
ROLES = frozenset({"appos", "attr", "compound", "nmod"})
JOINING = frozenset({"between", "among", "amongst"})
OCCASIONS = frozenset({"EVENT", "TREATY", "LAW"})
SITES = frozenset({"PLACE", "STATE"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that links two actors: its lemma and class, what the lexicon knows of it, the pairs of
    entity ids it links, and its sentence, which begins at character `start`."""

    lemma: str
    word_class: WordClass
    knowledge: Knowledge
    pairs: frozenset[Pair]
    sentence: str
    start: int


@dataclass(frozen=True, slots=True)
class Argument:
    """The actors in one slot of a word, and whether the word may hold between those of the slot itself."""

    actors: tuple[Actor, ...]
    is_joint: bool = False
    is_place: bool = False


def find_predicates(doc: Doc, links: Iterable[Link], lexicon: Lexicon) -> Iterator[Predicate]:
    """Each verb and noun with actors in two of its slots, or two who share one that can join them.

    "France and Chad praised Ghana" links each to Ghana; "France and Chad talked" links the two.
    """
    links = list(links)
    actors = Actors(doc, links, lexicon)
    matcher = Matcher(actors, lexicon)
    types = {link.entity: link.mention.type for link in links}
    for token in doc:
        if token.i in actors.named or actors.is_part_of_name(token) or not _is_whole(token):
            continue
        if token.pos_ == "VERB":
            pairs = _pair(_verb_arguments(token, actors, matcher), types)
        elif (
            token.pos_ == "NOUN" and token.dep_ not in ROLES and not _stands_for_actor(token, actors, lexicon)
        ):
            pairs = _pair(_noun_arguments(token, actors), types)
        else:
            continue
        if pairs:
            yield _make(token, "verb" if token.pos_ == "VERB" else "noun", pairs, lexicon)


def know(lemma: str, word_class: str, lexicon: Lexicon) -> Knowledge:
    """What the lexicon holds of a word: a frame, what it does to a clause, or that it states no relation."""
    classes = ("verb", "adjective") if word_class == "verb" else ("noun", "role")
    if any((name, lemma) in lexicon.frames for name in classes):
        return "frame"
    if (word_class, lemma) in lexicon.contexts:
        return "context"
    if lemma in lexicon.words[f"no_relation.{word_class}s"]:
        return "no relation"
    through = ("people", "organs", "assets", "acts") if word_class == "noun" else ("support_verbs",)
    return "context" if any(lemma in lexicon.words[f"nouns.{key}"] for key in through) else "unknown"


def _make(token: Token, word_class: WordClass, pairs: frozenset[Pair], lexicon: Lexicon) -> Predicate:
    lemma = token.lemma_.lower()
    knowledge = know(lemma, word_class, lexicon)
    if knowledge == "unknown" and word_class == "verb":
        knowledge = know(token.lower_, word_class, lexicon)
    sent = token.sent
    return Predicate(lemma, word_class, knowledge, pairs, " ".join(sent.text.split()), sent.start_char)


def _stands_for_actor(noun: Token, actors: Actors, lexicon: Lexicon) -> bool:
    """Whether it only says who or what of the actor's: "French officials in Chad"."""
    lemma = noun.lemma_.lower()
    is_relation = any((name, lemma) in lexicon.frames for name in ("noun", "role"))
    return lemma in actors.people | actors.organs | actors.assets and not is_relation


def _is_whole(token: Token) -> bool:
    """Whether it is a word of its own, not a piece of one: the "operate" of "co-operate"."""
    after = token.doc[token.i + 1 : token.i + 2].text if not token.whitespace_ else ""
    before = token.doc[token.i - 1] if token.i else None
    is_joined = before is not None and not before.whitespace_ and before.text.endswith(("-", "–"))
    return token.is_alpha and not is_joined and after not in ("-", "–")


def _verb_arguments(verb: Token, actors: Actors, matcher: Matcher) -> list[Argument]:
    """Its subjects, objects and the nouns behind each preposition; what several do they may do together
    unless they do it to something."""
    done_to = objects(verb)
    frames = matcher.frames.get(("verb", verb.lemma_.lower()), ())
    is_joint = any(_joins(frame, verb, done_to) for frame in frames) or not (done_to or own(verb, *CLAUSES))
    found = [Argument(_actors(subjects(verb, matcher.controls), actors), is_joint)]
    found.append(Argument(_actors(done_to, actors)))
    return found + _complements(verb, actors)


def _joins(frame: Frame, verb: Token, done_to: list[Token]) -> bool:
    """Whether the verb, with that object, holds between those who do it: "signed a treaty"."""
    words = frame.object.words if frame.object else frozenset()
    fits = not words or any(noun.lemma_.lower() in words for noun in done_to)
    is_verb = not frame.particle or frame.particle in particles(verb)
    return frame.subject.name == "A+B" and fits and is_verb


def _noun_arguments(noun: Token, actors: Actors) -> list[Argument]:
    found = [Argument(tuple(actors.owners(noun)), is_joint=True), *_complements(noun, actors)]
    return found + [other for child in own(noun, "amod") for other in _complements(child, actors)]


def _complements(token: Token, actors: Actors) -> list[Argument]:
    return [
        Argument(_actors([noun], actors), path in JOINING, path in PLACES)
        for path, noun in prepositional(token)
    ]


def _actors(nouns: Iterable[Token], actors: Actors) -> tuple[Actor, ...]:
    return tuple(actor for noun in nouns for actor in [*actors.of(noun), *_inside(noun, actors)])


def _inside(noun: Token, actors: Actors) -> list[Actor]:
    """Whom a named event befalls: the United States of "declared war on the United States"."""
    is_event = any(link.mention.type == "EVENT" for link in actors.named.get(noun.i, ()))
    return [actor for _, other in prepositional(noun) for actor in actors.of(other)] if is_event else []


def _pair(arguments: list[Argument], types: Mapping[str, str]) -> frozenset[Pair]:
    """Who is linked with whom; where a treaty was signed or a summit held is no link."""
    found = [
        (a.entity, b.entity)
        for one, other in combinations(arguments, 2)
        for a in one.actors
        for b in other.actors
        if not (_is_site(b, other, types) and types.get(a.entity) in OCCASIONS)
    ]
    found += [
        (a.entity, b.entity) for one in arguments if one.is_joint for a, b in combinations(one.actors, 2)
    ]
    return frozenset(frozenset(pair) for pair in found if pair[0] != pair[1])


def _is_site(actor: Actor, argument: Argument, types: Mapping[str, str]) -> bool:
    return argument.is_place and types.get(actor.entity) in SITES
