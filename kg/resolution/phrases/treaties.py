"""Resolves descriptions that tell a treaty by its year, parties or subject."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from kg.lexicon import Entry
from kg.model import Mention
from kg.resolution.phrases.fitting import INDEFINITE
from kg.resolution.phrases.instruments import settle_instruments
from kg.resolution.reading import Reading, in_order

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
SMALL = frozenset({"the", "its", "their", "his", "her", "a", "an", "this", "that"})


def name_resolution(text: str) -> str:
    """The canonical name of a resolution; in small letters where its body is not told.

    A bracketed year tells the Security Council, a bracketed session or a slash the General Assembly.
    """
    number = re.search(r"(?:[A-Z]{1,3}-?)?\d+(?:/\d+)?[A-Z]?", text)
    session = re.search(r"\(([^)]*)\)", text)
    told = number.group() if number else text
    if "Security Council" in text or "UNSC" in text or (session and YEAR.fullmatch(session[1])):
        return f"UN Security Council Resolution {told}"
    if "General Assembly" in text or "UNGA" in text or "/" in told or session:
        bracket = f" ({session[1]})" if session else ""
        return f"UN General Assembly Resolution {told}{bracket}"
    return f"resolution {told}"


def link_treaties(reading: Reading, mentions: Sequence[Mention]) -> None:
    """Settles the titles of treaties; links their descriptions: to the lexicon's, the document's, or anew."""
    settle_instruments(reading)
    for mention in mentions:
        if (
            mention.kind == "description"
            and mention.type in ("TREATY", "LAW", "EVENT")
            and mention.found_by != "collective"
        ):
            _link(reading, mention)


def link_made_treaties(reading: Reading) -> None:
    """ "Moscow and Kiev had developed informal protocols": a treaty known by its parties."""
    nouns = reading.lexicon.words["treaties.small_heads"]
    making = reading.lexicon.words["treaties.making"]
    taken = [link.mention for link in reading.links if link.mention.type in ("TREATY", "LAW")]
    states = {
        reading.root_of(link.mention).i: link.entity
        for link in in_order(reading.links)
        if reading.entities[link.entity].type == "STATE"
    }
    for token in reading.doc:
        if token.lower_ not in nouns or token.dep_ != "dobj" or token.head.lemma_.lower() not in making:
            continue
        parties = _find_makers(token.head, states)
        first = min([token.i, *(child.i for child in token.lefts if child.dep_ in ("amod", "compound"))])
        start, end = reading.doc[first].idx, token.idx + len(token)
        if len(parties) == 2 and not any(start < old.end and old.start < end for old in taken):
            phrase = " ".join(reading.raw[start:end].split())
            names = " and ".join(reading.entities[key].name for key in parties)
            mention = Mention(start, end, reading.raw[start:end], "description", "TREATY", (), "description")
            reading.link(
                mention, reading.know_local(f"{phrase} of {names}", "TREATY"), "description", confidence=0.7
            )


def _find_makers(verb: Token, states: dict[int, str]) -> list[str]:
    """The two states that are the subject of `verb`."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.i in states), None)
    if subject is None:
        return []
    others = [child for child in subject.children if child.dep_ == "conj"]
    return list(dict.fromkeys(states[part.i] for part in (subject, *others) if part.i in states))


def _link(reading: Reading, mention: Mention) -> None:
    if mention.type == "EVENT":
        reading.link(
            mention, reading.know_local(_clean(mention.text), "EVENT"), mention.found_by, confidence=0.8
        )
        return
    years = YEAR.findall(mention.text)
    year = years[0] if years else ""
    parties = _find_parties(reading, mention)
    if key := _find_known(reading, mention, year, parties):
        reading.know_id(key)
        reading.link(mention, key, "description", inferred=True, confidence=0.85)
    elif parties or (year and len(mention.text.split()) > 2):
        name = _name(reading, mention, year, parties)
        reading.link(mention, reading.know_local(name, mention.type), "description", confidence=0.8)
    else:
        reading.leave(mention.start, mention.end, "neither its parties nor its subject tell which treaty")


def _find_parties(reading: Reading, mention: Mention) -> list[str]:
    """The states named inside the description, and the one that owns it ("Moscow's 2003 treaty …")."""
    inside = [
        link.entity
        for link in in_order(reading.links)
        if mention.start <= link.mention.start
        and link.mention.end <= mention.end
        and reading.entities[link.entity].type == "STATE"
    ]
    return list(dict.fromkeys(inside))


def _find_known(reading: Reading, mention: Mention, year: str, parties: list[str]) -> str | None:
    """The one treaty of the lexicon of that year whose descriptions and parties agree."""
    words = mention.text.lower().split()
    fits = [
        entry.entity.id
        for entry in reading.lexicon.entries.values()
        if entry.entity.type in ("TREATY", "LAW")
        and year
        and entry.start[:4] == year
        and _agrees(entry, words, parties)
    ]
    if not year and len(parties) > 1 and _is_definite(reading, mention):
        fits = _find_between(reading, parties, words)
    named = [key for key in fits if key in reading.entities]
    if len(named) == 1:
        return named[0]
    return fits[0] if len(fits) == 1 else None


def _is_definite(reading: Reading, mention: Mention) -> bool:
    root = reading.root_of(mention)
    words = {child.lower_ for child in root.children if child.dep_ in ("det", "poss")}
    return bool(words) and not words & INDEFINITE


def _find_between(reading: Reading, parties: list[str], words: list[str]) -> list[str]:
    """The treaties between just these states, of the kind the words tell, that were signed by the date."""
    date = (reading.document.date or "9999")[:4]
    between = [
        entry
        for entry in reading.lexicon.entries.values()
        if entry.parties
        and (set(entry.parties) == set(parties) or set(entry.parties) - {"RUS"} == set(parties))
        and entry.start[:4] <= date
    ]
    if len(between) > 1 or not any(word in ("treaty", "treaties") for word in words):
        between = [entry for entry in between if _is_called(entry, words)]
    return [entry.entity.id for entry in between]


def _is_called(entry: Entry, words: list[str]) -> bool:
    """A description of two words or more stands in the words: "peace treaty"."""
    phrase = f" {' '.join(words)} "
    return any(f" {known} " in phrase for known in entry.descriptions if " " in known)


def _agrees(entry: Entry, words: list[str], parties: list[str]) -> bool:
    if parties:
        return set(parties) <= set(entry.parties)
    phrase = " ".join(word for word in words if not YEAR.fullmatch(word))
    return any(
        phrase == known or (phrase.endswith(" " + known) and len(known.split()) > 1)
        for known in entry.descriptions
    )


def _name(reading: Reading, mention: Mention, year: str, parties: list[str]) -> str:
    """What the node is called: the words of the text, with its year first."""
    text = _clean(mention.text)
    return text if not year or text.startswith(year) else f"{year} {text}"


def _clean(text: str) -> str:
    words = text.split()
    while words and words[0].lower() in SMALL:
        words = words[1:]
    return " ".join(words)
