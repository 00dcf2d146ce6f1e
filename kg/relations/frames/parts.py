"""What a name says about belonging: the U.S. Congress is part of the United States, the Kremlin of Russia."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Span, Token

from kg.lexicon import Frame, Slot
from kg.model import Entity, Link
from kg.relations.actors import Actor, Actors, holds, read_actor
from kg.relations.frames.matching import Match

FRAME = Frame("PART_OF", "role", "", "A's name says B", Slot("A"), priority=3)
SEAT = "seat of power"


def find_parts(span: Span, actors: Actors, known: Mapping[str, Entity]) -> Iterator[Match]:
    """A PART_OF match for each body whose name contains the name of its state, and for each seat of power."""
    links = list({id(link): link for token in span for link in actors.inside.get(token.i, ())}.values())
    for body in links:
        if known[body.entity].type != "ORG":
            continue
        for state in _find_states(body, links, known):
            token = _find_head(span, body)
            yield Match(FRAME, token, (read_actor(body),), (state,), token, "part")


def _find_states(body: Link, links: list[Link], known: Mapping[str, Entity]) -> Iterator[Actor]:
    """The state named within the name of the body; a seat's state is known without being named."""
    entity = known[body.entity]
    if entity.subtype == SEAT and entity.state in known:
        yield Actor(entity.state, body.mention.start, body.mention.end, True, body.confidence)
    if body.mention.kind != "name":
        return
    for link in links:
        if known[link.entity].type == "STATE" and holds(body, link) and entity.state == link.entity:
            yield read_actor(link)


def _find_head(span: Span, body: Link) -> Token:
    start, end = (place - span.start_char for place in (body.mention.start, body.mention.end))
    head = span.char_span(start, end)
    return head.root if head is not None else span.root
