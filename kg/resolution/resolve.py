"""One document's mentions to entities: names, places, offices, descriptions, pronouns, speakers."""

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.lexicon import Lexicon
from kg.lexicon.letters import plain
from kg.model import Document, Link, Mention
from kg.resolution.names.link import link_names
from kg.resolution.names.metonymy import settle_places
from kg.resolution.offices.counterparts import link_counterparts
from kg.resolution.offices.link import link_offices, link_owned_offices
from kg.resolution.phrases.assembly import link_forum
from kg.resolution.phrases.collectives import link_groups
from kg.resolution.phrases.descriptions import Describer
from kg.resolution.phrases.treaties import link_made_treaties, link_treaties
from kg.resolution.pronouns.link import PronounReader
from kg.resolution.pronouns.speaker import SpeakerReader
from kg.resolution.reading import Reading, Resolution


def resolve(
    doc: Doc, document: Document, mentions: Sequence[Mention], lexicon: Lexicon, *, metonyms: str = "state"
) -> Resolution:
    """What the mentions of `doc`, its descriptions and pronouns stand for.

    `metonyms` is `state` or `separate` (a seat of power is a node of its own).
    """
    reading = Reading(doc, document, lexicon)
    link_names(reading, mentions)
    settle_places(reading, metonyms)
    link_groups(reading, mentions)
    link_treaties(reading, mentions)
    link_made_treaties(reading)
    link_offices(reading)
    link_forum(reading)
    Describer(reading).link_all()
    link_owned_offices(reading)
    PronounReader(reading).link_all()
    SpeakerReader(reading).link_all()
    link_counterparts(reading)
    speakers = _find_speakers(reading)
    links = _order(reading.links)
    named = {link.entity for link in links} | set(speakers.values())
    named |= {entity.state for key in named if (entity := reading.entities[key]).id.startswith("seat:")}
    return Resolution(
        links=links,
        entities=tuple(entity for key, entity in sorted(reading.entities.items()) if key in named),
        unresolved=tuple(
            sorted(set(reading.unresolved), key=lambda item: (item.start, item.end, item.reason))
        ),
        speakers=speakers,
    )


def _order(links: Sequence[Link]) -> tuple[Link, ...]:
    unique = {(link.mention.start, link.mention.end, link.entity): link for link in reversed(links)}
    return tuple(unique[key] for key in sorted(unique, key=lambda key: (key[0], -key[1], key[2])))


def _find_speakers(reading: Reading) -> dict[int, str]:
    """The person whose turn each block is."""
    speakers: dict[int, str] = {}
    persons = [
        link
        for link in reading.links
        if link.mention.kind == "name" and reading.entities[link.entity].type == "PERSON"
    ]
    for number, block in enumerate(reading.document.blocks):
        if block.speaker is None:
            continue
        start, end = block.speaker
        link = next((link for link in persons if link.mention.start < end and start < link.mention.end), None)
        name = plain(reading.document.text[start:end])
        speakers[number] = link.entity if link else reading.know_local(name, "PERSON")
    return speakers
