"""Resolves collectives without a name: "Syrian rebels" is one group wherever it is read."""

import re
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
GROUP_FAR = 2  # sentences
# what stands between a group and the state it lives in; "fired rockets at Israel" makes nobody Israeli
WITHIN = re.compile(
    r"\s+(?:in|of|from|throughout|across)\s+(?:the\s+)?(?:(?:north|south|east|west)\w*\s+)?", re.IGNORECASE
)
# whose friends or foes they are tells which group it is
ALIGNED = re.compile(
    r"(?:[\w.]+-(?:backed|led|supported|aligned|controlled|trained|funded|armed|sponsored)|(?:pro|anti)-\w+)"
    r"\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)


def link_groups(reading: Reading, mentions: Sequence[Mention]) -> None:
    """Links the collectives found in the text: to their state's group, or to one of the document."""
    states = [link for link in in_order(reading.links) if reading.entities[link.entity].type == "STATE"]
    told: dict[str, list[str]] = {}
    for mention in mentions:
        if mention.found_by == "collective":
            _link_group(reading, mention, states, told)


def _link_group(reading: Reading, mention: Mention, states: list[Link], told: dict[str, list[str]]) -> None:
    sector = mention.candidates[0]
    if state := _find_state(reading, mention, states):
        is_ethnic = sector == "ETH"
        name = mention.text if is_ethnic else f"{_adjective(reading.lexicon, state)} {SECTOR_NAMES[sector]}"
        key = f"{state}:ethnic" if is_ethnic else f"{state}:{sector}"
        reading.link(mention, reading.know_group(key, name, state, sector), "collective", confidence=0.9)
        return
    if group := _find_armed_group(reading, mention):
        reading.link(mention, group, "collective", inferred=True, confidence=0.75)
        return
    name = _name(reading, mention)
    noun = mention.text.split()[-1].lower()
    known = told.setdefault(noun, [])
    if " " not in name and len(known) == 1:
        reading.link(mention, known[0], "collective", inferred=True, confidence=0.7)
        return
    key = reading.know_local(name, "GROUP", sector=sector)
    if "-" in name and key not in known:
        known.append(key)
    reading.link(mention, key, "collective", confidence=0.7)


def _find_armed_group(reading: Reading, mention: Mention) -> str | None:
    """ "The jihadists": the one armed group named just before that is so described."""
    noun = mention.text.lower()
    if " " in noun or not reading.text[: mention.start].lower().endswith("the "):
        return None
    here = reading.sentences[reading.token_at(mention.start).i]
    fits = {
        link.entity
        for link in reading.links
        if link.mention.start < mention.start
        and 0 <= here - reading.sentences[reading.token_at(link.mention.start).i] <= GROUP_FAR
        and (entry := reading.lexicon.entries.get(link.entity))
        and entry.entity.type == "ARMED_GROUP"
        and noun in {phrase.split()[-1] for phrase in entry.descriptions}
    }
    return fits.pop() if len(fits) == 1 else None


def _find_state(reading: Reading, mention: Mention, states: list[Link]) -> str | None:
    """The state the words of the group name, or the one it is said to be in."""
    for link in states:
        if mention.start <= link.mention.start < mention.end:
            return link.entity
    for link in states:
        between = reading.text[mention.end : link.mention.start]
        if 0 < link.mention.start - mention.end < NEAR and WITHIN.fullmatch(between):
            return link.entity
    return None


def _name(reading: Reading, mention: Mention) -> str:
    """The words of the text, with those that say whose side they are on: "Russian-backed separatists"."""
    aligned = ALIGNED.search(reading.text[max(mention.start - 60, 0) : mention.start])
    words = mention.text.split()
    first = reading.token_at(mention.start)
    if first.is_sent_start and (len(words) == 1 or first.tag_ in ("VBN", "VBG")):
        words[0] = words[0].lower()
    told = aligned.group().split() if aligned else []
    if told and told[0].lower().startswith(("pro-", "anti-")):
        told[0] = told[0][0].lower() + told[0][1:]
    return " ".join([*told, *words])


def _adjective(lexicon: Lexicon, state: str) -> str:
    entry = lexicon.entries[state]
    return next((name.text for name in entry.names if name.kind == "demonym"), entry.entity.name)
