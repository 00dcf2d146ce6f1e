"""Resolves descriptions whose own words tell the one meant: "the nuclear deal", "the pact of 23 August"."""

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from kg.lexicon import Entry
from kg.lexicon.letters import slug
from kg.model import Entity, Link
from kg.resolution.phrases.fitting import is_of_other_year
from kg.resolution.reading import Reading

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
NAMES = "|".join(MONTHS)
DAY = re.compile(
    rf"\b(?:(?P<month>{NAMES}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{NAMES}))\b"
    r"(?:,? (?P<year>\d{4}))?"
)
MAKING = frozenset(
    {"sign", "conclude", "reach", "agree", "negotiate", "make", "strike", "adopt", "broker", "seal"}
)
LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "into", "across"})
MODIFYING = ("acl", "relcl", "prep")


def find_told(reading: Reading, token: Token, named: Sequence[Link]) -> str | None:
    """The one entity of the document that the words of the description tell; a treaty also by its day."""
    return (
        _find_by_phrase(reading, token, named)
        or _find_by_day(reading, token)
        or _find_by_parties(reading, token, named)
    )


def _find_by_phrase(reading: Reading, token: Token, named: Sequence[Link]) -> str | None:
    """ "The nuclear deal", "the Western alliance": the only one of the document so described."""
    words = [child for child in token.lefts if child.dep_ in ("amod", "compound")]
    if not words or any(child.dep_ in MODIFYING or child.dep_ == "poss" for child in token.children):
        return None
    phrase = reading.raw[words[0].idx : token.idx + len(token)].lower()
    fits = {
        link.entity
        for link in named
        if (entry := reading.lexicon.entries.get(link.entity))
        and phrase in (known.lower() for known in entry.descriptions)
        and entry.entity.type != "STATE"
        and not is_of_other_year(reading, link.entity, token)
    }
    return fits.pop() if len(fits) == 1 else None


def _find_by_day(reading: Reading, token: Token) -> str | None:
    """ "The memorandum that the two concluded on 17 September": the one signed that day."""
    made = [
        child for child in token.children if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in MAKING
    ]
    days = {day for verb in made for day in _list_days(reading, verb)}
    if len(days) != 1:
        return None
    day = days.pop()
    fits = [
        entry.entity.id
        for entry in reading.lexicon.entries.values()
        if entry.entity.type == "TREATY" and entry.start == day and _is_called(entry, token)
    ]
    return fits[0] if len(fits) == 1 else None


def _list_days(reading: Reading, verb: Token) -> Iterable[str]:
    """The days the clause of `verb` states, as ISO; without a year, the last before the document's date."""
    date = reading.document.date or ""
    for match in DAY.finditer(" ".join(part.text for part in verb.subtree)):
        month = MONTHS.index(match["month"] or match["month2"]) + 1
        tail = f"-{month:02}-{int(match['day'] or match['day2']):02}"
        if match["year"]:
            yield match["year"] + tail
        elif date:
            year = int(date[:4])
            yield f"{year}{tail}" if f"{year}{tail}" <= date else f"{year - 1}{tail}"


def _find_by_parties(reading: Reading, token: Token, named: Sequence[Link]) -> str | None:
    """ "The talks sponsored by Russia, Turkey and Iran": the document's one with these parties."""
    inside = {part.i for child in token.children if child.dep_ in ("acl", "relcl") for part in child.subtree}
    told = {
        link.entity
        for link in named
        if reading.entities[link.entity].type == "STATE" and reading.root_of(link.mention).i in inside
    }
    if len(told) < 2:
        return None
    fits = {
        link.entity
        for link in named
        if (entry := reading.lexicon.entries.get(link.entity))
        and entry.entity.type == "TREATY"
        and told <= set(entry.parties)
        and _is_called(entry, token)
    }
    return fits.pop() if len(fits) == 1 else None


def _is_called(entry: Entry, token: Token) -> bool:
    lasts = {phrase.split()[-1] for phrase in entry.descriptions}
    return bool({token.lower_, token.lemma_.lower()} & lasts)


def find_town(reading: Reading, token: Token, named: Sequence[Link]) -> tuple[int, Entity] | None:
    """ "In the Kazakh capital": where the phrase begins, and the town, where it is no more than a place."""
    owner = next((child for child in token.children if child.dep_ in ("amod", "compound", "poss")), None)
    placed = token.tag_ == "NN" and token.dep_ == "pobj" and token.head.lower_ in LOCATIVE
    if owner is None or not placed or any(child.dep_ in ("prep", "appos") for child in token.children):
        return None
    state = next((link.entity for link in named if link.mention.start == owner.idx), "")
    entry = reading.lexicon.entries.get(state)
    if entry is None or entry.entity.type != "STATE":
        return None
    for name in entry.names:
        if name.kind == "capital":
            place = Entity(f"place:{slug(name.text)}", name.text, "PLACE", subtype="capital", state=state)
            return token.idx if owner.dep_ == "poss" else owner.idx, place
    return None
