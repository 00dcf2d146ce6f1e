"""Tells a speech at the United Nations, and the state in whose name a text is spoken."""

import re
from collections import Counter

from kg.lexicon.letters import plain
from kg.resolution.reading import Reading, in_order

OPENING = 3000  # characters in which a speaker says in whose name he speaks
FEWEST_CUES = 2
GOVERNMENT = re.compile(
    r"\b(?:Government|Ministry|Department of|Embassy|Presidency|Prime Minister|Cabinet Office)\b"
)
OFFICIAL = ("ministry", "government", "department", "executive", "cabinet", "office")
UN = re.compile(r"\b(?:United Nations|UN|General Assembly|Security Council)\b")
# what stands before the state in whose name one speaks; "on behalf of" a body tells none
BEHALF = re.compile(
    r"(?:\bon behalf of|\bin the name of|\bmy (?:own )?(?:country|nation|homeland),?|\bI represent,?|\bwe in)"
    r"(?: (?:the|my|our|own|people|peoples|Government|government|delegation|President|and|of|State|Republic"
    r"|Kingdom|Union|Democratic|Socialist|Federal|Islamic|United|brotherly|great))*,? ?$"
)
SELF = re.compile(r"\b(?:I|me|my|myself|we|us|our)\b[^.;]*$")
OTHERS = re.compile(r"\b(?:statement|speech|address|remarks?|made|delivered|spoke|said|stated)\b[^.;]*$")


def is_at_un(reading: Reading) -> bool:
    """The text is a speech at the United Nations: its title says so, or its turns of speech do."""
    opening = f"{reading.document.title or ''} {reading.document.publisher or ''} {reading.text[:OPENING]}"
    if not UN.search(opening):
        return False
    titled = UN.search(reading.document.title or "") and _is_speech_title(reading)
    cues = reading.lexicon.words["descriptions.forum_cues"]
    text = reading.text.lower()
    return bool(titled) or sum(_count_spoken(text, cue) for cue in cues) >= FEWEST_CUES


def find_home_state(reading: Reading) -> str | None:
    """The state in whose name the document is spoken, by title, author or its own words; None if not told."""
    return _find_titled(reading) or _find_authored(reading) or _find_spoken(reading)


def find_official_state(reading: Reading) -> str | None:
    """The state of whose government a body publishes the document."""
    publisher = plain(reading.document.publisher or "").strip()
    states = {
        entry.entity.state or entry.entity.id
        for name in reading.lexicon.names.get(publisher, ())
        if (entry := reading.lexicon.entries[name.entry]).entity.type in ("STATE", "ORG")
        and (entry.entity.type == "STATE" or entry.entity.subtype in OFFICIAL)
    }
    if not states and GOVERNMENT.search(publisher) and (state := find_only_state(reading, publisher)):
        return state
    return states.pop() if len(states) == 1 else None


def _is_speech_title(reading: Reading) -> bool:
    title = (reading.document.title or "").lower()
    return any(word in title for word in reading.lexicon.words["descriptions.speech_titles"])


def _count_spoken(text: str, cue: str) -> int:
    """How often the cue stands outside quotation marks."""
    return sum(not is_quoted(text, match.start()) for match in re.finditer(rf"\b{re.escape(cue)}\b", text))


def is_quoted(text: str, place: int) -> bool:
    """An uneven number of quotation marks stands before `place` in its paragraph."""
    start = max(text.rfind("\n\n", 0, place), 0)
    before = text[start:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _find_titled(reading: Reading) -> str | None:
    """ "Statement by Chad", "TCD at UN General Debate 2023"."""
    return find_only_state(reading, reading.document.title or "") if _is_speech_title(reading) else None


def _find_authored(reading: Reading) -> str | None:
    """The state of an author who holds or held an office of it."""
    for name in reading.lexicon.names.get(plain(reading.document.author or ""), ()):
        entry = reading.lexicon.entries[name.entry]
        if name.strong and entry.entity.state and entry.tenures:
            return entry.entity.state
    return None


def find_only_state(reading: Reading, text: str) -> str | None:
    """The one state the words of `text` name, by name, demonym or code."""
    words = re.findall(r"[^\W\d_][\w.'-]*", plain(text))
    entries, names = reading.lexicon.entries, reading.lexicon.names
    if words and words[0] in entries and entries[words[0]].entity.type == "STATE":
        return str(words[0])
    found: set[str] = set()
    place = 0
    while place < len(words):
        for size in range(min(5, len(words) - place), 0, -1):
            rows = names.get(" ".join(words[place : place + size]), ())
            states = {row.entry for row in rows if entries[row.entry].entity.type == "STATE" and row.strong}
            if len(states) == 1 or rows:
                found |= states
                place += size - 1
                break
        place += 1
    return found.pop() if len(found) == 1 else None


def _find_spoken(reading: Reading) -> str | None:
    """ "On behalf of the Government of Haiti", "my country, Kazakhstan": all such places agree."""
    votes: Counter[str] = Counter()
    for link in in_order(reading.links):
        start = link.mention.start
        if reading.entities[link.entity].type != "STATE" or is_quoted(reading.text, start):
            continue
        before = reading.text[max(start - 120, 0) : start]
        match = BEHALF.search(before)
        if match and SELF.search(before) and not OTHERS.search(before[: match.start()]):
            votes[link.entity] += 1
    return next(iter(votes)) if len(votes) == 1 else None
