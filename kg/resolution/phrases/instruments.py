"""Settles which treaty or law a title names: by its year, its state, and what was named before it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.lexicon import Entry
from kg.lexicon.letters import plain, slug
from kg.model import Entity, Link
from kg.resolution.phrases.forum import find_home_state, is_at_un
from kg.resolution.phrases.titles import find_loose_title
from kg.resolution.reading import Reading, in_order

INSTRUMENTS = ("TREATY", "LAW")
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
# what ties a year to the title before it: "of 17 February 1966", "(1966)", ", signed at Geneva in 1966"
DATED = re.compile(
    r"[,;]?\s*(?:\(|(?:of|dated|,?\s*(?:which was\s+)?(?:signed|concluded|adopted|passed)"
    r"(?:\s+(?:at|in)\s+[A-Z]\w+)?\s*(?:on|in|of)?)\s+)"
    r"(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?(?:\d{1,2},\s+)?(1[5-9]\d\d|20\d\d)\b"
)
DAYS_APART = 1  # years: signed in one, in force in the next
EARLY = 8  # years a treaty is spoken of by its name before it is signed
NUMBERED = ("un", "un-general-assembly", "un-security-council")
NEAR = 3  # sentences in which a bare "Charter" is the one just named, whatever the text is about
FOUNDING = frozenset({"Charter", "Constitution", "Covenant", "Statute"})


def settle_instruments(reading: Reading) -> None:
    """Takes back what year, state or context forbid; a bare "Charter" is the last one named."""
    settled: list[Link] = []
    for link in in_order(reading.links):
        if reading.entities[link.entity].type not in INSTRUMENTS or link.mention.kind != "name":
            settled.append(link)
        elif link.entity not in reading.lexicon.entries:
            settled.append(_settle_local(reading, link))
        elif kept := _settle_known(reading, link, settled):
            settled.append(kept)
    reading.links = settled


def _settle_local(reading: Reading, link: Link) -> Link:
    """The lexicon's, where the title is but spelt otherwise or goes on; a constitution is its state's."""
    text = plain(link.mention.text)
    if (body := _find_body(reading, link)) and link.mention.found_by == "resolution":
        return replace(link, entity=reading.know_local(f"{body} {text}", "LAW"))
    if text.endswith("Constitution") and (state := _find_state_inside(reading, link)):
        return replace(link, entity=_know_constitution(reading, state))
    if found := find_loose_title(reading.lexicon, text):
        fits = [entry for entry in found if not _is_forbidden(reading, link, entry)]
        if len(fits) == 1:
            return replace(link, entity=reading.know_id(fits[0].entity.id), method="alias", inferred=True)
    return link


def _find_body(reading: Reading, link: Link) -> str | None:
    """ "UNCTAD resolution 110 (V)": the body before the number, other than those the number itself tells."""
    for other in reading.links:
        entity = reading.entities[other.entity]
        if entity.type == "IGO" and reading.text[other.mention.end : link.mention.start] == " ":
            return entity.name if entity.id not in NUMBERED else None
    return None


def _settle_known(reading: Reading, link: Link, before: list[Link]) -> Link | None:
    text = plain(link.mention.text)
    if text in FOUNDING:
        return _settle_bare(reading, link, before)
    rivals = [reading.lexicon.entries[name.entry] for name in reading.names_of(link.mention)]
    rivals = [entry for entry in rivals if entry.entity.type in INSTRUMENTS] or [
        reading.lexicon.entries[link.entity]
    ]
    fits = [entry for entry in rivals if not _is_forbidden(reading, link, entry)]
    if any(entry.entity.id == link.entity for entry in fits):
        return link
    year = find_year(reading, link)
    if fits:
        return replace(link, entity=reading.know_id(_prefer(reading, link, fits)), inferred=True)
    name = f"{text} of {year}" if year and year not in text else text
    named = reading.lexicon.names.get(name, ()) if name != text else ()
    if len(named) == 1 and named[0].strong:
        return replace(link, entity=reading.know_id(named[0].entry), method="alias")
    kind = reading.entities[link.entity].type
    return replace(link, entity=reading.know_local(name, kind), method="pattern", inferred=False)


def _prefer(reading: Reading, link: Link, fits: list[Entry]) -> str:
    """Of several of one name: the one whose parties the sentence and then the document name."""
    sent = reading.token_at(link.mention.start).sent
    here = {
        other.entity
        for other in reading.links
        if sent.start_char <= other.mention.start < sent.end_char
    }  # fmt: skip

    def support(entry: Entry) -> tuple[int, int, bool]:
        near = len(here & set(entry.parties))
        return near, len(set(entry.parties) & set(reading.entities)), entry.entity.id == link.entity

    return max(fits, key=support).entity.id


def _is_forbidden(reading: Reading, link: Link, entry: Entry) -> bool:
    """The year it bears is another, the document is older, or it is the law of another state."""
    if not entry.start:
        return False
    opened = int(entry.start[:4])
    if year := find_year(reading, link):
        ends = {opened, *(int(part) for part in YEAR.findall(" ".join(name.text for name in entry.names)))}
        if all(abs(int(year) - one) > DAYS_APART for one in ends):
            return True
    owner = _find_owner(reading, link) if entry.entity.type == "LAW" else None
    if owner and entry.entity.state and owner != entry.entity.state:
        return True
    date = (reading.document.date or "")[:4]
    if not date or opened <= int(date):
        return False
    return opened - int(date) > EARLY or _is_called_by_place(reading, link)


def find_year(reading: Reading, link: Link) -> str:
    """The year the text ties to the title: in it, before it ("the 1966 Agreement") or behind it."""
    if inside := YEAR.search(link.mention.text):
        return inside.group()
    before = reading.text[: link.mention.start].split()[-1:]
    is_modifier = reading.root_of(link.mention).dep_ in ("compound", "amod", "nmod")
    if before and YEAR.fullmatch(before[0]) and not is_modifier:
        return before[0] if not _is_date(reading, link.mention.start) else ""
    behind = DATED.match(reading.text, link.mention.end)
    return behind[1] if behind else ""


def _is_date(reading: Reading, start: int) -> bool:
    """ "In 1966 Agreement was reached": the year is no part of the title."""
    words = reading.text[:start].split()[-3:-1]
    return any(word.lower().strip(",") in ("in", "since", "by", "until") for word in words[-1:])


def _is_called_by_place(reading: Reading, link: Link) -> bool:
    """Named after a town or land, as several are: "Beijing Declaration"."""
    words = plain(link.mention.text).split()
    for word in (words[0], words[-1]):
        for name in reading.lexicon.names.get(word, ()):
            if name.kind == "capital" or reading.lexicon.entries[name.entry].entity.type in (
                "PLACE",
                "STATE",
            ):
                return True
    return False


def _settle_bare(reading: Reading, link: Link, before: list[Link]) -> Link | None:
    """ "The Charter": its owner's, or the last one named; else the United Nations' where they are named."""
    head = plain(link.mention.text)
    if head == "Constitution":
        return _settle_constitution(reading, link, before)
    named = [
        other
        for other in before
        if other.mention.kind == "name" and reading.entities[other.entity].type == "TREATY"
        and _ends_with(reading.entities[other.entity], head)
    ]  # fmt: skip
    here = reading.sentences[reading.token_at(link.mention.start).i]
    last = named[-1] if named else None
    if last and here - reading.sentences[reading.token_at(last.mention.start).i] > NEAR:
        known = [other for other in named if other.entity in reading.lexicon.entries]
        last = None if is_at_un(reading) else known[-1] if known else None
    if last:
        return replace(link, entity=last.entity, method="short form", inferred=True, confidence=0.85)
    entry = reading.lexicon.entries[link.entity]
    date = (reading.document.date or "9999")[:4]
    owner = entry.entity.name.partition(" ")[0].lower()
    if (not entry.start or entry.start[:4] <= date) and (owner in reading.entities or is_at_un(reading)):
        return link
    return _leave(reading, link)


def _ends_with(known: Entity, head: str) -> bool:
    return known.name.split()[-1] == head or any(alias.split()[-1] == head for alias in known.aliases)


def _settle_constitution(reading: Reading, link: Link, before: list[Link]) -> Link | None:
    if state := _find_owner(reading, link):
        return replace(link, entity=_know_constitution(reading, state), method="owner", inferred=True)
    for other in reversed(before):
        known = reading.entities[other.entity]
        if known.type in INSTRUMENTS and _ends_with(known, "Constitution"):
            return replace(link, entity=other.entity, method="short form", inferred=True, confidence=0.85)
    if state := find_home_state(reading) or _find_home(reading):
        return replace(link, entity=_know_constitution(reading, state), method="owner", inferred=True)
    return _leave(reading, link)


def _leave(reading: Reading, link: Link) -> Link | None:
    reading.leave(link.mention.start, link.mention.end, "neither owner nor antecedent tell which is meant")
    return None


def _know_constitution(reading: Reading, state: str) -> str:
    """The constitution of `state`: the lexicon's if it is the only one it has, else the state's own."""
    entries = reading.lexicon.entries
    own = [
        key
        for key, entry in entries.items()
        if entry.entity.state == state and entry.entity.type == "LAW" and not entry.end
        and _ends_with(entry.entity, "Constitution")
    ]  # fmt: skip
    if len(own) == 1 and not _is_superseded(reading, entries[own[0]]):
        return reading.know_id(own[0])
    home = entries[state]
    adjective = next((name.text for name in home.names if name.kind == "demonym"), home.entity.name)
    name = f"{adjective} Constitution"
    return reading.know(Entity(f"{state}:{slug('constitution')}", name, "LAW", subtype="act", state=state))


def _is_superseded(reading: Reading, entry: Entry) -> bool:
    """A bare "Constitution" of today is the one in force, not the one named after its age."""
    return not any(not name.strong for name in entry.names)


def _find_state_inside(reading: Reading, link: Link) -> str | None:
    words = plain(link.mention.text).split()[:-1]
    names = reading.lexicon.names.get(" ".join(words), ())
    states = [name.entry for name in names if reading.lexicon.entries[name.entry].entity.type == "STATE"]
    return states[0] if len(states) == 1 else None


def _find_owner(reading: Reading, link: Link) -> str | None:
    """The state before the title ("Haiti's", "Haitian") or behind it ("of the Republic of Haiti")."""
    root = reading.root_of(link.mention)
    owners = {child.lower_ for child in root.children if child.dep_ == "poss"}
    if owners & {"our", "my"}:
        return find_home_state(reading)
    if owners & {"its", "their"}:
        return _find_subject_state(reading, root)
    places = {child.i for child in root.children if child.dep_ in ("poss", "amod", "compound", "nmod")}
    places |= {part.i for part in _list_behind(root)}
    for other in reading.links:
        outside = other.mention.end <= link.mention.start or other.mention.start >= link.mention.end
        is_state = outside and reading.entities[other.entity].type == "STATE"
        if is_state and reading.root_of(other.mention).i in places:
            return other.entity
    return None


def _find_subject_state(reading: Reading, root: Token) -> str | None:
    """Whose "its" can be: the state, or the state of the body, named last before it in the sentence."""
    before = [
        entity.state
        for other in reading.links
        if root.sent.start_char <= other.mention.start < root.idx
        and (entity := reading.entities[other.entity]).type in ("STATE", "ORG")
        and entity.state in reading.lexicon.entries
    ]
    return before[-1] if before else None


def _list_behind(root: Token) -> Iterator[Token]:
    """What an "of" behind the title governs, across "the Republic of"."""
    for child in root.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            for noun in child.children:
                yield noun
                yield from _list_behind(noun)


def _find_home(reading: Reading) -> str | None:
    """The state the document speaks of above all, if there is one."""
    counts: dict[str, int] = {}
    for link in reading.links:
        if reading.entities[link.entity].type == "STATE":
            counts[link.entity] = counts.get(link.entity, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if ranked and ranked[0][1] * 2 > sum(counts.values()):
        return ranked[0][0]
    return None
