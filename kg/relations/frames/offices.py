"""Who leads or serves what, read from titles: "Russian President Vladimir Putin", "X, director of Y"."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from kg.lexicon import Frame, Office, Slot
from kg.model import Entity
from kg.relations.actors import DEEPEST, Actor, Actors
from kg.relations.frames.bearers import role_bearers
from kg.relations.frames.matching import Match
from kg.relations.syntax import own, prepositional

PATHS = ("of", "at", "for", "in", "to")
PREFIXES = ("vice", "deputy", "assistant", "under", "former", "acting")


@dataclass(frozen=True, slots=True)
class Title:
    """One title phrase of an office, as lower-case words."""

    words: tuple[str, ...]
    office: Office


def index_titles(offices: Mapping[str, Office]) -> dict[str, tuple[Title, ...]]:
    """The title phrases by their head word, the longest first."""
    index: dict[str, list[Title]] = {}
    for office in offices.values():
        for phrase in office.titles:
            words = tuple(phrase.replace("-", " ").split())
            index.setdefault(head_word(words), []).append(Title(words, office))
    return {
        head: tuple(sorted(titles, key=lambda title: -len(title.words))) for head, titles in index.items()
    }


def head_word(words: tuple[str, ...]) -> str:
    """The noun a title is about: "secretary" of "secretary of state", "minister" of "minister for trade"."""
    linked = [index for index, word in enumerate(words) if word in ("of", "for", "to") and index]
    return words[linked[0] - 1] if linked else words[-1]


def match_offices(
    span: Span, actors: Actors, titles: Mapping[str, tuple[Title, ...]], known: Mapping[str, Entity]
) -> Iterator[Match]:
    """A LEADS or AFFILIATED_WITH match for each title in the sentence whose holder and body are known."""
    found = [at for token in span if token.pos_ in ("NOUN", "PROPN") and (at := _title_at(token, titles))]
    for title, window in found:
        if any(len(other) > len(window) and set(window) < set(other) for _, other in found):
            continue
        anchor = next((word for word in window if word.head not in window), window[0])
        yield from _match_title(anchor, title, actors, known)


def _title_at(token: Token, titles: Mapping[str, tuple[Title, ...]]) -> tuple[Title, list[Token]] | None:
    """The longest title whose head word the token is, with the words it stands in."""
    lemma = token.lemma_.lower()
    for title in titles.get(lemma, ()):
        offset = title.words.index(lemma)
        window = _window(token, offset, len(title.words) - offset)
        if len(window) != len(title.words):
            continue
        if all(
            word in (here.lower_, here.lemma_.lower()) for word, here in zip(title.words, window, strict=True)
        ):
            return (title, window) if title.office.leads or title.office.affiliated else None
    return None


def _window(token: Token, before: int, after: int) -> list[Token]:
    """The words around the token, itself the first of `after`; hyphens are none."""
    doc, reach = token.doc, 2 * (before + after)
    left = [word for word in doc[max(token.i - reach, 0) : token.i] if word.text != "-"]
    right = [word for word in doc[token.i : token.i + reach] if word.text != "-"]
    return left[len(left) - before :] + right[:after]


def _match_title(token: Token, title: Title, actors: Actors, known: Mapping[str, Entity]) -> Iterator[Match]:
    def fits(body: Actor) -> bool:
        return not title.office.institutional or known[body.entity].type not in ("STATE", "PLACE")

    bodies = _bodies(token, actors, fits)
    own_links = actors.of(token) if token.i in actors.named and not actors.is_collective(token) else []
    depth = 0 if token.tag_ == "NNP" and token.dep_ == "compound" else DEEPEST
    bearers = (actors.of(bearer, depth=depth) for bearer in role_bearers(token))
    others = next((found for found in bearers if found), [])
    seen = {body.entity for body in bodies}
    holders = [actor for actor in [*others, *own_links] if actor.entity not in seen]
    holders = [actor for actor in holders if known[actor.entity].type == "PERSON"]
    if not holders or not bodies:
        return
    kind = "LEADS" if title.office.leads else "AFFILIATED_WITH"
    phrase = " ".join(title.words)
    frame = Frame(kind, "role", token.lemma_.lower(), f"A {phrase} of B", Slot("A"), priority=3)
    yield Match(frame, token, tuple(holders[:2]), tuple(bodies), token, "title")


def _bodies(token: Token, actors: Actors, fits: Callable[[Actor], bool]) -> list[Actor]:
    if any(path == "to" for path, _ in prepositional(token)):
        return []  # a minister to a state is another's
    for candidate in (token, *own(token, "compound"), *_title_chain(token)):
        named = [
            actor for path, noun in prepositional(candidate) if path in PATHS for actor in actors.of(noun)
        ]
        if found := [actor for actor in named or actors.owners(candidate) if fits(actor)]:
            return [replace(actor, through="") for actor in found]
    if token.dep_ in ("compound", "nmod"):
        return [actor for actor in actors.owners(token.head) if actor.start < token.idx and fits(actor)]
    return []


def _title_chain(token: Token) -> list[Token]:
    """Titles that share a body: "senior fellow and chair of the program at the center"."""
    chain = [token.head] if token.dep_ == "conj" else []
    return chain + own(token, "conj")
