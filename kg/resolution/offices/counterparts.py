"""Resolves "his Turkish counterpart": who holds the like office of the other state at the date."""

from spacy.tokens import Token

from kg.model import Link
from kg.resolution.offices.index import Holding, index_offices
from kg.resolution.reading import Reading, in_order

# offices of different name that do the same
ALIKE = (
    frozenset({"foreign minister", "secretary of state"}),
    frozenset({"defence minister", "secretary of defense"}),
)
RULING = 7


def link_counterparts(reading: Reading) -> None:
    """Links each "counterpart" of a known person and state to who holds the like office there."""
    persons = {
        link.mention.end: link
        for link in in_order(reading.links)
        if reading.entities[link.entity].type == "PERSON"
    }
    states = [link for link in in_order(reading.links) if reading.entities[link.entity].type == "STATE"]
    for token in reading.doc:
        if token.lower_ == "counterpart":
            _link(reading, token, persons, states)


def _link(reading: Reading, token: Token, persons: dict[int, Link], states: list[Link]) -> None:
    owner = next((child for child in token.children if child.dep_ == "poss"), None)
    if owner is None or _is_named(reading, token, persons):
        return
    known = persons.get(owner.idx + len(owner))
    state = _find_state(reading, token, states)
    if known is None or state is None:
        return
    start = min(state.mention.start, token.idx)
    if holder := _find_like(reading, known.entity, state.entity):
        reading.know_id(holder)
        reading.describe(start, token.idx + len(token), holder, "office", confidence=0.75)
    else:
        reading.leave(start, token.idx + len(token), "the holder of the like office is not known")


def _is_named(reading: Reading, token: Token, persons: dict[int, Link]) -> bool:
    """ "His Turkish counterpart(,) Recep Tayyip Erdogan": the name says who it is."""
    starts = {link.mention.start for link in persons.values()}
    behind = reading.doc[token.i + 1 : token.i + 3]
    return bool(behind) and (
        behind[0].idx in starts or (behind[0].text in (",", "(") and behind[-1].idx in starts)
    )


def _find_state(reading: Reading, token: Token, states: list[Link]) -> Link | None:
    """The state before the noun ("Turkish"), or behind it ("from Turkey")."""
    before = {child.i for child in token.children if child.dep_ in ("amod", "compound", "nmod")}
    behind = reading.doc[token.i + 1 : token.i + 4]
    if behind and behind[0].lower_ in ("from", "in", "of"):
        before |= {part.i for part in behind[1:]}
    return next((link for link in states if reading.root_of(link.mention).i in before), None)


def _find_like(reading: Reading, person: str, state: str) -> str | None:
    """Who holds in `state`, at the date, an office like that of `person`."""
    date = reading.document.date or ""
    index = index_offices(reading.lexicon)
    mine = [row for _, row in index.of_person.get(person, ()) if date and row.covers(date)]
    if not mine:
        return None
    held = min(mine, key=lambda row: (row.order or RULING + 1, row.office))
    rows = [row for row in index.find(_offices_like(held), state) if row.covers(date)]
    if not rows and 0 < held.order <= RULING:
        rows = index.find_leaders(state, date)
    found = sorted({row.person for row in rows} - {person})
    return found[0] if len(found) == 1 else None


def _offices_like(holding: Holding) -> frozenset[str]:
    return next((group for group in ALIKE if holding.office in group), frozenset({holding.office}))
