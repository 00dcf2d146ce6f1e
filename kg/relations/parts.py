"""What a name itself says about belonging: the U.S. Congress is part of the United States."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Span

from kg.lexicon import Frame, Slot
from kg.model import Entity
from kg.relations.actors import Actors, holds, read_actor
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
                and holds(body, state)
                and known[body.entity].state == state.entity
            ):
                head = span.char_span(
                    body.mention.start - span.start_char, body.mention.end - span.start_char
                )
                token = head.root if head is not None else span.root
                yield Match(FRAME, token, (read_actor(body),), (read_actor(state),), token, "part")
