"""Resolves collectives without a name: "Syrian rebels" is one group wherever it is read."""

from collections.abc import Sequence

from kg.lexicon import Lexicon
from kg.model import Link, Mention
from kg.resolution.reading import Reading, in_order

SECTOR_NAMES = {
    "REB": "rebels", "OPP": "opposition", "CVL": "civilians", "REF": "refugees", "MED": "media",
    "BUS": "business", "LAB": "unions", "CRM": "criminals", "REL": "clergy",
    "HRI": "rights groups",
}  # fmt: skip
NEAR = 24


def link_groups(reading: Reading, mentions: Sequence[Mention]) -> None:
    """Links the collectives found in the text: to their state's group, or to one of the document."""
    states = [link for link in in_order(reading.links) if reading.entities[link.entity].type == "STATE"]
    for mention in mentions:
        if mention.found_by == "collective":
            _link_group(reading, mention, states)


def _link_group(reading: Reading, mention: Mention, states: list[Link]) -> None:
    sector = mention.candidates[0]
    inside = next((link for link in states if mention.start <= link.mention.start < mention.end), None)
    behind = next((link for link in states if 0 < link.mention.start - mention.end < NEAR), None)
    if inside or (
        behind and reading.token_at(behind.mention.start).sent == reading.token_at(mention.start).sent
    ):
        state = (inside or behind or states[0]).entity
        name = (
            mention.text
            if sector == "ETH"
            else f"{_adjective(reading.lexicon, state)} {SECTOR_NAMES[sector]}"
        )
        key = f"{state}:ethnic" if sector == "ETH" else f"{state}:{sector}"
        reading.link(mention, reading.know_group(key, name, state, sector), "collective", confidence=0.9)
        return
    reading.link(
        mention,
        reading.know_local(" ".join(mention.text.lower().split()), "GROUP", sector=sector),
        "collective",
        confidence=0.7,
    )


def _adjective(lexicon: Lexicon, state: str) -> str:
    entry = lexicon.entries[state]
    return next((name.text for name in entry.names if name.kind == "demonym"), entry.entity.name)
