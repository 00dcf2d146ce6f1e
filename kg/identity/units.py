"""Local entities under one full name, split where what documents tell of them contradicts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from kg.identity.evidence import Evidence, find_clash, join_evidence
from kg.lexicon.letters import slug
from kg.model import Entity, EntityType

# the name an entity goes by in the corpus, and its type
Identity = tuple[str, EntityType]


@dataclass(frozen=True, slots=True)
class Unit:
    """Entities under one full name that nothing tells apart, and the documents that name them."""

    key: str
    identity: Identity
    parts: tuple[str, ...]
    names: tuple[str, ...]
    evidence: Evidence
    documents: frozenset[str]


def read_document(key: str) -> str:
    """The document of a local id."""
    return key.rpartition("#")[0]


def form_units(
    full: Mapping[str, Identity], local: Mapping[str, Entity], evidence: Mapping[str, Evidence]
) -> Iterator[Unit]:
    """The units of `full`: local id → identity."""
    groups: dict[Identity, list[str]] = defaultdict(list)
    for key in sorted(full):
        groups[full[key]].append(key)
    types = Counter(name for name, _ in groups)
    for (name, kind), keys in sorted(groups.items()):
        base = name if types[name] == 1 else f"{name}-{kind.lower()}"
        for parts, suffix in split_apart(keys, evidence):
            told = join_evidence(evidence[key] for key in parts)
            names = tuple(sorted({local[key].name for key in parts}))
            documents = frozenset(read_document(key) for key in parts)
            yield Unit(f"{base}{suffix}", (name, kind), tuple(parts), names, told, documents)


def split_apart(keys: list[str], evidence: Mapping[str, Evidence]) -> Iterator[tuple[list[str], str]]:
    """The entities as one, or by state, then gender, then body led, where they contradict each other."""
    for in_state, state in _divide(keys, lambda key: evidence[key].states):
        for of_gender, gender in _divide(in_state, lambda key: evidence[key].genders):
            yield from (
                (parts, f"{state}{gender}{role}") for parts, role in _divide_by_role(of_gender, evidence)
            )


def _divide(keys: list[str], tell: Callable[[str], frozenset[str]]) -> list[tuple[list[str], str]]:
    """The entities by what they tell, those that tell nothing apart; all as one if no two things are told."""
    told = {key: min(tell(key), default="") for key in keys}
    values = sorted({*told.values()} - {""})
    if len(values) < 2:
        return [(keys, "")]
    parts = (([key for key in keys if told[key] == value], value) for value in ("", *values))
    return [(part, f"@{value.lower()}" if value else "") for part, value in parts if part]


def _divide_by_role(keys: list[str], evidence: Mapping[str, Evidence]) -> list[tuple[list[str], str]]:
    """The entities by what they lead, if two of them lead different bodies at one date."""
    leaders = [evidence[key] for key in keys if evidence[key].led]
    if not any(find_clash(one, other) for one, other in combinations(leaders, 2)):
        return [(keys, "")]
    return _divide(keys, lambda key: frozenset(slug(body) for _, body in evidence[key].led))
