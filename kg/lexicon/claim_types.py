"""The claim types: PLOVER's sixteen actions, standing relations and treaty relations,
as data/relations.toml gives them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from kg.errors import LexiconError
from kg.model import EntityType

KEYS = {
    "gloss", "family", "sign", "score", "symmetric", "located", "sources", "targets", "wikidata",
    "verbs", "nouns", "roles", "adjectives",
}  # fmt: skip
FAMILIES = (
    "verbal cooperation", "material cooperation", "verbal conflict", "material conflict",
    "standing", "treaty",
)  # fmt: skip
TYPE_GROUPS: Mapping[str, frozenset[str]] = {
    "actor": frozenset({"STATE", "PERSON", "IGO", "ORG", "ARMED_GROUP", "BLOC", "GROUP"}),
    "body": frozenset({"STATE", "IGO", "ORG", "ARMED_GROUP", "BLOC", "GROUP"}),
    "agreement": frozenset({"TREATY", "LAW"}),
    "territory": frozenset({"STATE", "PLACE"}),
}


@dataclass(frozen=True, slots=True)
class ClaimType:
    """One type of claim: `sign` in −1, 0, +1, `score` in −10…+10 (the PLOVER scale), allowed end types.

    located: what is done to the unnamed is done to the place they are in.
    """

    name: str
    family: str
    sign: int
    score: float
    symmetric: bool = False
    located: bool = False
    wikidata: str = ""
    gloss: str = ""
    sources: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()


def read_claim_types(table: Mapping[str, Mapping[str, Any]]) -> dict[str, ClaimType]:
    """The claim types by name. Raises: LexiconError naming the entry and the remedy."""
    return {name: _read_claim_type(name, values) for name, values in table.items()}


def _read_claim_type(name: str, values: Mapping[str, Any]) -> ClaimType:
    where = f"relations.toml: [{name}]"
    if unknown := sorted(set(values) - KEYS):
        raise LexiconError(f"{where}: unknown key {unknown[0]!r}; allowed are {', '.join(sorted(KEYS))}")
    if missing := sorted({"gloss", "family", "sign", "score", "sources", "targets"} - set(values)):
        raise LexiconError(f"{where}: give it {missing[0]}")
    if values["family"] not in FAMILIES:
        raise LexiconError(
            f"{where}: unknown family {values['family']!r}; families are {', '.join(FAMILIES)}"
        )
    if values["sign"] not in (-1, 0, 1) or not -10 <= values["score"] <= 10:
        raise LexiconError(f"{where}: sign must be -1, 0 or 1 and score between -10 and 10")
    return ClaimType(
        name=name,
        family=values["family"],
        sign=values["sign"],
        score=float(values["score"]),
        symmetric=values.get("symmetric", False),
        located=values.get("located", False),
        wikidata=values.get("wikidata", ""),
        gloss=values["gloss"],
        sources=_expand(where, values["sources"]),
        targets=_expand(where, values["targets"]),
    )


def _expand(where: str, names: Iterable[str]) -> frozenset[str]:
    known = get_args(EntityType)
    expanded: set[str] = set()
    for name in names:
        if name not in TYPE_GROUPS and name not in known:
            raise LexiconError(
                f"{where}: unknown entity type {name!r}; use {', '.join([*TYPE_GROUPS, *known])}"
            )
        expanded |= TYPE_GROUPS.get(name, {name})
    return frozenset(expanded)
