"""What a name itself says about belonging: the U.S. Congress is part of the United States."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Span

from kg.lexicon import Frame, Slot
from kg.model import Entity, Link
from kg.relations.actors import Actor, Actors
from kg.relations.matching import Match

FRAME = Frame("PART_OF", "role", "", "A's name says B", Slot("A"), priority=3)


def find_parts(span: Span, actors: Actors, known: Mapping[str, Entity]) -> Iterator[Match]:
    """A PART_OF match for each body whose name contains the name of its state."""
    links = {id(link): link for token in span for link in actors.inside.get(token.i, ())}.values()
    for body in links:
        if known[body.entity].type != "ORG" or body.mention.kind != "name":
            continue
        for state in links:
            if (
                known[state.entity].type == "STATE"
                and _is_inside(state, body)
                and known[body.entity].state == state.entity
            ):
                head = span.char_span(
                    body.mention.start - span.start_char, body.mention.end - span.start_char
                )
                token = head.root if head is not None else span.root
                yield Match(FRAME, token, (_actor(body),), (_actor(state),), token, "part")


def _is_inside(inner: Link, outer: Link) -> bool:
    a, b = inner.mention, outer.mention
    return b.start <= a.start and a.end <= b.end and a.end - a.start < b.end - b.start


def _actor(link: Link) -> Actor:
    return Actor(link.entity, link.mention.start, link.mention.end, link.inferred, link.confidence)
