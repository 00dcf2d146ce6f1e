"""What a document tells of persons and bodies, state, gender and role: for and against merging them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.model import Claim, Entity, EntityType, Extraction

BELONGS = ("LEADS", "AFFILIATED_WITH", "PART_OF")
GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is told of one entity, or of several taken together.

    roles: claim types and the bodies they are about. led: (date, type of body) and the body led then.
    """

    states: frozenset[str] = frozenset()
    genders: frozenset[str] = frozenset()
    roles: frozenset[tuple[str, str]] = frozenset()
    led: frozenset[tuple[tuple[str, EntityType], str]] = frozenset()


def read_evidence(extractions: Iterable[Extraction], name: Callable[[str], str]) -> dict[str, Evidence]:
    """What is told of each entity, by id; `name` gives the id under which documents know a body alike."""
    found: dict[str, Evidence] = {}
    for extraction in extractions:
        for key, evidence in _read_document(extraction, name).items():
            found[key] = join_evidence((found[key], evidence)) if key in found else evidence
    return found


def join_evidence(parts: Iterable[Evidence]) -> Evidence:
    """All of it together."""
    known = list(parts)
    return Evidence(
        frozenset().union(*(part.states for part in known)),
        frozenset().union(*(part.genders for part in known)),
        frozenset().union(*(part.roles for part in known)),
        frozenset().union(*(part.led for part in known)),
    )


def contradict(first: Evidence, second: Evidence) -> bool:
    """They tell of different states or genders, or of different bodies led at one date."""
    return (
        _are_apart(first.states, second.states)
        or _are_apart(first.genders, second.genders)
        or find_clash(first, second)
    )


def find_clash(first: Evidence, second: Evidence) -> bool:
    """One leads a body at a date at which the other leads another of its kind."""
    one, other = _group_led(first), _group_led(second)
    return any(_are_apart(one[moment], other[moment]) for moment in one.keys() & other.keys())


def support(first: Evidence, second: Evidence) -> bool:
    """They tell of one role, or of one state."""
    return bool(first.roles & second.roles or first.states & second.states)


def _are_apart(first: Iterable[str], second: Iterable[str]) -> bool:
    one, other = {*first}, {*second}
    return bool(one and other and one.isdisjoint(other))


def _group_led(evidence: Evidence) -> Mapping[tuple[str, EntityType], set[str]]:
    bodies: dict[tuple[str, EntityType], set[str]] = defaultdict(set)
    for moment, body in evidence.led:
        bodies[moment].add(body)
    return bodies


def _read_document(extraction: Extraction, name: Callable[[str], str]) -> dict[str, Evidence]:
    entities = {entity.id: entity for entity in extraction.entities}
    genders: dict[str, set[str]] = defaultdict(set)
    for link in extraction.links:
        if gender := GENDERS.get(link.mention.text.lower()):
            genders[link.entity].add(gender)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in extraction.claims:
        if claim.type in BELONGS and claim.polarity == "affirmed" and claim.target in entities:
            claims[claim.source].append(claim)
    date = extraction.document.date or ""
    return {
        key: _read_entity(entity, genders[key], claims[key], entities, date, name)
        for key, entity in entities.items()
    }


def _read_entity(
    entity: Entity,
    genders: set[str],
    claims: list[Claim],
    entities: Mapping[str, Entity],
    date: str,
    name: Callable[[str], str],
) -> Evidence:
    """A document that tells of two states or genders tells nothing."""
    states = {entity.state} if entity.state else {entities[claim.target].state for claim in claims} - {""}
    led = (claim for claim in claims if claim.type == "LEADS")
    return Evidence(
        states=frozenset(states if len(states) == 1 else ()),
        genders=frozenset(genders if len(genders) == 1 else ()),
        roles=frozenset((claim.type, name(claim.target)) for claim in claims),
        led=frozenset(
            ((moment, entities[claim.target].type), name(claim.target))
            for claim in led
            if (moment := claim.time_start or date)
        ),
    )
