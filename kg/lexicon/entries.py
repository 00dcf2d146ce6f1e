"""What is known of an actor, place, treaty or event before reading: the entries of data/*.toml as values."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from kg.errors import LexiconError
from kg.model import Entity, EntityType

NameKind = Literal["name", "demonym", "capital", "seat", "surname"]


@dataclass(frozen=True, slots=True)
class Name:
    """A surface form and the entry it names. A weak name needs support from its context."""

    text: str
    entry: str
    kind: NameKind
    strong: bool


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held: `start` and `end` are ISO dates, "" where open."""

    office: str
    body: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Membership:
    """The state `member` belongs to the body of the entry, between two ISO dates ("" where open)."""

    member: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the lexicon knows. `start` and `end` bound its existence (a treaty: opened, ended)."""

    entity: Entity
    names: tuple[Name, ...]
    tenures: tuple[Tenure, ...] = ()
    members: tuple[Membership, ...] = ()
    parties: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    gender: str = ""
    start: str = ""
    end: str = ""


# file -> (type its entries have unless they say otherwise, keys an entry may have)
COMMON = {"name", "type", "subtype", "aliases", "weak", "wikidata", "from", "until", "descriptions", "state"}
FILES: Mapping[str, tuple[EntityType, set[str]]] = {
    "states": ("STATE", COMMON | {"demonyms", "capital", "seats", "iso2", "iso3"}),
    "places": ("PLACE", COMMON | {"demonyms", "claimants"}),
    "organisations": ("IGO", COMMON | {"demonyms", "seats", "members", "sector"}),
    "armed_groups": ("ARMED_GROUP", COMMON | {"demonyms", "sector"}),
    "people": ("PERSON", COMMON | {"gender", "offices", "surname"}),
    "treaties": ("TREATY", COMMON | {"opened", "in_force", "ended", "parties"}),
    "events": ("EVENT", COMMON),
}
TENURE = re.compile(
    r"(?P<office>[a-z ,'-]+) of (?P<body>[A-Za-z][\w-]*) (?P<start>[\d-]*)\.\.(?P<end>[\d-]*)"
)
MEMBER = re.compile(r"(?P<member>[A-Z]{3,4})(?: (?P<start>[\d-]*)\.\.(?P<end>[\d-]*))?")


def read_entries(file: str, table: Mapping[str, Mapping[str, Any]]) -> list[Entry]:
    """The entries of one data file. Raises: LexiconError naming file, entry and remedy."""
    default, allowed = FILES[file]
    return [
        _read_entry(f"{file}.toml: [{key}]", key, values, default, allowed) for key, values in table.items()
    ]


def _read_entry(
    where: str, key: str, values: Mapping[str, Any], default: EntityType, allowed: set[str]
) -> Entry:
    if unknown := sorted(set(values) - allowed):
        raise LexiconError(f"{where}: unknown key {unknown[0]!r}; allowed are {', '.join(sorted(allowed))}")
    if "name" not in values:
        raise LexiconError(f'{where}: give it a name = "..."')
    kind: EntityType = values.get("type", default)
    if kind not in get_args(EntityType):
        raise LexiconError(f"{where}: unknown type {kind!r}; types are {', '.join(get_args(EntityType))}")
    identifiers = {name: values[name] for name in ("iso2", "iso3", "wikidata") if name in values}
    entity = Entity(
        id=key,
        name=values["name"],
        type=kind,
        subtype=values.get("subtype", ""),
        aliases=tuple(sorted({*values.get("aliases", ()), *values.get("demonyms", ())})),
        ids=identifiers,
        state=values.get("state", key if kind == "STATE" else ""),
        sector=values.get("sector", ""),
    )
    return Entry(
        entity=entity,
        names=tuple(_names(key, values, kind)),
        tenures=tuple(_tenures(where, values.get("offices", ()))),
        members=tuple(_members(where, values.get("members", ()))),
        parties=tuple(values.get("parties", ())),
        descriptions=tuple(values.get("descriptions", ())),
        gender=values.get("gender", ""),
        start=values.get("from", values.get("opened", "")),
        end=values.get("until", values.get("ended", "")),
    )


def _names(key: str, values: Mapping[str, Any], kind: EntityType) -> Iterable[Name]:
    yield Name(values["name"], key, "name", strong=values["name"] not in values.get("weak", ()))
    for alias in values.get("aliases", ()):
        yield Name(alias, key, "name", strong=True)
    for alias in values.get("weak", ()):
        if alias != values["name"]:
            yield Name(alias, key, "name", strong=False)
    for demonym in values.get("demonyms", ()):
        yield Name(demonym, key, "demonym", strong=True)
    if "capital" in values:
        yield Name(values["capital"], key, "capital", strong=True)
    for seat in values.get("seats", ()):
        yield Name(seat, key, "seat", strong=True)
    if kind == "PERSON":
        yield Name(values.get("surname", values["name"].rsplit(" ", 1)[-1]), key, "surname", strong=False)


def _tenures(where: str, lines: Iterable[str]) -> Iterable[Tenure]:
    for line in lines:
        if not (match := TENURE.fullmatch(line)):
            raise LexiconError(
                f'{where}: cannot read office {line!r}; write "president of RUS 2000-05-07..2008-05-07"'
            )
        yield Tenure(**match.groupdict())


def _members(where: str, lines: Iterable[str]) -> Iterable[Membership]:
    for line in lines:
        if not (match := MEMBER.fullmatch(line)):
            raise LexiconError(f'{where}: cannot read member {line!r}; write "FRA 1949-04-04.." or "FRA"')
        yield Membership(match["member"], match["start"] or "", match["end"] or "")
