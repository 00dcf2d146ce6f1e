"""Resolves names: the lexicon's by context, the others within the document (full names, surnames, acronyms)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.lexicon import Entry
from kg.model import Entity, Mention
from kg.resolution.reading import Reading, plain, slug
from kg.resolution.treaties import name_resolution

INITIAL = re.compile(r"^[A-Z]\.?$|^[A-Z]\.-?[A-Z]\.$")
ENOUGH = 2
LIFETIME = 40


def link_names(reading: Reading, mentions: Sequence[Mention]) -> None:
    """Links every name, demonym and seat; places and states are not yet told apart by use."""
    homes = _find_homes(reading, mentions)
    persons = _Persons(reading, homes)
    acronyms = _find_acronyms(reading, mentions)
    waiting: list[Mention] = []
    for mention in mentions:
        if mention.kind == "description":
            continue
        if mention.type == "PERSON":
            waiting.append(mention)
        elif mention.candidates:
            _link_known(reading, mention, homes)
        elif mention.found_by == "resolution":
            _link_resolution(reading, mention)
        elif mention.found_by == "organ":
            _link_organ(reading, mention)
        else:
            _link_local(reading, mention, acronyms)
    persons.link(waiting)


def _find_homes(reading: Reading, mentions: Iterable[Mention]) -> dict[str, int]:
    """How often each entity (and the state of each) is named beyond doubt."""
    counts: dict[str, int] = defaultdict(int)
    for mention in mentions:
        if len(mention.candidates) == 1 and mention.candidates[0] in reading.lexicon.entries:
            entity = reading.lexicon.entries[mention.candidates[0]].entity
            counts[entity.id] += 1
            if entity.state and entity.state != entity.id:
                counts[entity.state] += 1
    return counts


def score_candidate(reading: Reading, entry: Entry, homes: dict[str, int], *, text: str = "") -> float:
    """How well the document supports that a name stands for `entry`."""
    entity = entry.entity
    score = min(homes.get(entity.id, 0), 3) * 1.0
    if entity.state and entity.state != entity.id:
        score += 1.0 * homes.get(entity.state, 0) / max(homes.values(), default=1)
    if text and any(name.text == text and name.strong for name in entry.names):
        score += 4
    year = (reading.document.date or "")[:4]
    if (year and entry.start and entry.start[:4] > year) or (
        year and entry.end and int(entry.end[:4]) + LIFETIME < int(year)
    ):
        score -= 3
    return score


def _link_known(reading: Reading, mention: Mention, homes: dict[str, int]) -> None:
    text = plain(mention.text)
    entries = [reading.lexicon.entries[key] for key in mention.candidates if key in reading.lexicon.entries]
    if not entries:
        reading.leave(mention.start, mention.end, "no entity of the lexicon fits")
        return
    ranked = sorted(entries, key=lambda entry: -score_candidate(reading, entry, homes, text=text))
    entry = ranked[0]
    name = next((name for name in reading.names_of(mention) if name.entry == entry.entity.id), None)
    kind = name.kind if name else "name"
    if kind == "capital":
        _link_capital(reading, mention, entry.entity)
        return
    method = {"demonym": "demonym", "seat": "metonym"}.get(
        kind, "lexicon" if text == entry.entity.name else "alias"
    )
    if method == "alias" and text.isupper():
        method = "acronym"
    certain = len(ranked) == 1 or bool(name and name.strong)
    key = reading.know(entry.entity)
    reading.link(
        mention,
        key,
        method,
        metonymic=kind == "seat",
        inferred=not certain,
        confidence=1.0 if certain else 0.8,
    )


def _link_capital(reading: Reading, mention: Mention, state: Entity) -> None:
    """A capital is a place until its use shows otherwise."""
    place = Entity(f"place:{slug(mention.text)}", mention.text, "PLACE", subtype="capital", state=state.id)
    reading.link(replace(mention, candidates=(state.id,)), reading.know(place), "capital")


def _link_organ(reading: Reading, mention: Mention) -> None:
    """ "Turkish parliament": an organisation of its state, the same under demonym and name."""
    first = reading.text[mention.start : mention.end]
    state = next(
        (
            link.entity
            for link in reversed(reading.links)
            if reading.entities[link.entity].type == "STATE"
            and (
                link.mention.start == mention.start
                or (0 <= mention.start - link.mention.end <= 3 and link.mention.end <= mention.start)
            )
        ),
        "",
    )
    nested = [
        name
        for size in range(len(first), 0, -1)
        for name in reading.lexicon.names.get(first[:size].rstrip(), ())
        if name.strong and reading.lexicon.entries[name.entry].entity.type == "STATE"
    ]
    organ = first
    if nested:
        state = nested[0].entry
        organ = first[len(nested[0].text) :].strip()
    if not state or not organ:
        _link_local(reading, mention, {})
        return
    home = reading.know_id(state)
    name = f"{_adjective(reading, home)} {' '.join(word.capitalize() if word.islower() and word not in ('of', 'the') else word for word in organ.split())}"
    entity = Entity(f"{home}:{slug(organ)}", name, "ORG", subtype="organ", state=home)
    reading.link(mention, reading.know(entity), "organ")


def _adjective(reading: Reading, state: str) -> str:
    entry = reading.lexicon.entries[state]
    return next((name.text for name in entry.names if name.kind == "demonym"), entry.entity.name)


def _link_resolution(reading: Reading, mention: Mention) -> None:
    name = name_resolution(plain(mention.text))
    known = reading.lexicon.names.get(name) or reading.lexicon.names.get(name.partition(" (")[0], ())
    if known and known[0].strong:
        reading.link(mention, reading.know_id(known[0].entry), "alias")
    else:
        reading.link(mention, reading.know_local(name, "LAW"), "pattern")


def _link_local(reading: Reading, mention: Mention, acronyms: dict[str, Mention]) -> None:
    name = plain(mention.text)
    if long_form := _find_long_form(reading, mention, name):
        reading.link(mention, long_form, "short form", confidence=0.9)
        return
    if name in reading.general_heads:
        reading.leave(mention.start, mention.end, "a general word; what it stands for is not named")
        return
    if name in acronyms:
        long = acronyms[name]
        _link_expanded(reading, mention, long)
        return
    reading.link(mention, reading.know_local(name, mention.type), mention.found_by)


def _find_long_form(reading: Reading, mention: Mention, name: str) -> str | None:
    """ "the Assembly": the last body named before whose name ends so."""
    if name not in reading.lexicon.words["recognition.organisation_heads"]:
        return None
    for link in reversed(reading.links):
        long = reading.entities[link.entity]
        if (
            link.mention.start < mention.start
            and long.type in ("ORG", "IGO")
            and long.name.endswith(f" {name}")
        ):
            return long.id
    return None


def _link_expanded(reading: Reading, mention: Mention, long: Mention) -> None:
    if long.candidates and long.candidates[0] in reading.lexicon.entries:
        key = reading.know_id(long.candidates[0])
    else:
        key = reading.know_local(plain(long.text), long.type)
    reading.link(mention, key, "acronym")


def _find_acronyms(reading: Reading, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Short forms in brackets and the mention they stand behind (or, the long form bracketed, before)."""
    ends = {mention.end: mention for mention in mentions if mention.kind == "name"}
    defined: dict[str, Mention] = {}
    for short in mentions:
        text = plain(short.text)
        if " " in text or short.candidates or sum(letter.isupper() for letter in text) < 2:
            continue
        before = reading.text[max(short.start - 3, 0) : short.start]
        long = ends.get(short.start - 2) if before.endswith(" (") else None
        if long and long.type == short.type and len(long.text) > len(text):
            defined.setdefault(text, long)
    for long in mentions:
        short_end = long.start - 2
        if (
            reading.text[max(short_end, 0) : long.start] == " ("
            and (short := ends.get(short_end))
            and not short.candidates
        ):
            if " " in long.text and short.text.isupper() and short.type == long.type:
                defined.setdefault(plain(short.text), long)
    return defined


class _Persons:
    """The persons of the document: full names, then surnames and given names that point back to them."""

    def __init__(self, reading: Reading, homes: dict[str, int]) -> None:
        self.reading = reading
        self.homes = homes
        self.suffixes = reading.lexicon.words["recognition.name_suffixes"]
        self.full: dict[str, list[tuple[int, str]]] = defaultdict(list)

    def link(self, mentions: Sequence[Mention]) -> None:
        """Links full names first, then the short ones."""
        short = [mention for mention in mentions if not self._link_full(mention)]
        for mention in short:
            self._link_short(mention)

    def _link_full(self, mention: Mention) -> bool:
        words = self._words(mention)
        strong = [name.entry for name in self.reading.names_of(mention) if name.strong]
        if not strong and len(words) < 2:
            return False
        if strong:
            key = self.reading.know_id(strong[0])
            text = plain(mention.text)
            self.reading.link(mention, key, "lexicon" if text == self.reading.entities[key].name else "alias")
        else:
            key = self._find_variant(words) or self.reading.know_local(" ".join(words), "PERSON")
            self.reading.link(mention, key, mention.found_by)
        for word in {*words, " ".join(words[-2:])}:
            self.full[word].append((mention.start, key))
        return True

    def _words(self, mention: Mention) -> list[str]:
        return plain(mention.text).split()

    def _find_variant(self, words: list[str]) -> str | None:
        """The person with the same first and last name but other initials between."""
        core = [word for word in words if not INITIAL.match(word) and word not in self.suffixes]
        for _, key in self.full.get(words[-1], ()):
            other = [word for word in self.reading.entities[key].name.split() if not INITIAL.match(word)]
            if len(core) > 1 and len(other) > 1 and core[0] == other[0] and core[-1] == other[-1]:
                return key
        return None

    def _link_short(self, mention: Mention) -> None:
        words = [word for word in self._words(mention) if word not in self.suffixes] or self._words(mention)
        known = self.full.get(" ".join(words)) or self.full.get(words[-1]) or ()
        before = [row for row in known if row[0] <= mention.start]
        if known:
            key = max(before)[1] if before else min(known)[1]
            last = self.reading.entities[key].name.split()[-1]
            self.reading.link(mention, key, "surname" if last == words[-1] else "given name", confidence=0.95)
            self.full[words[-1]].append((mention.start, key))
            return
        if key := self._find_office_holder(mention):
            self.reading.link(mention, self.reading.know_id(key), "surname", inferred=True, confidence=0.8)
            return
        self.reading.link(mention, self.reading.know_local(" ".join(words), "PERSON"), mention.found_by)

    def _find_office_holder(self, mention: Mention) -> str | None:
        """The one person of the lexicon with this surname whom state and date support."""
        keys = mention.candidates or tuple(name.entry for name in self.reading.names_of(mention))
        scored = sorted(((self._support(key), key) for key in keys), reverse=True)
        if not scored or scored[0][0] < ENOUGH or (len(scored) > 1 and scored[1][0] == scored[0][0]):
            return None
        return scored[0][1]

    def _support(self, key: str) -> float:
        entry = self.reading.lexicon.entries[key]
        score = score_candidate(self.reading, entry, self.homes)
        date = self.reading.document.date or ""
        if any(
            tenure.start <= date and (not tenure.end or tenure.end[: len(date)] >= date)
            for tenure in entry.tenures
            if date and tenure.start
        ):
            score += 2
        elif entry.tenures:
            score += 0.5
        return score
