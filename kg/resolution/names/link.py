"""Resolves names: the lexicon's by context, the others within the document."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.lexicon.letters import plain, slug
from kg.model import Entity, Mention
from kg.resolution.names.candidates import score_candidate
from kg.resolution.names.persons import Persons
from kg.resolution.phrases.treaties import name_resolution
from kg.resolution.reading import Reading

FEWEST_CAPITALS = 2


def link_names(reading: Reading, mentions: Sequence[Mention]) -> None:
    """Links every name, demonym and seat; places and states are not yet told apart by use."""
    homes = _find_homes(reading, mentions)
    persons = Persons(reading, homes)
    acronyms = _find_acronyms(reading, mentions)
    named = [mention for mention in mentions if mention.kind != "description"]
    waiting = persons.link_full(
        [mention for mention in named if mention.type == "PERSON" or _is_surname(mention, persons)]
    )
    settled = {
        (mention.start, mention.end) for mention in (*waiting, *(link.mention for link in reading.links))
    }
    for mention in named:
        if (mention.start, mention.end) in settled:
            continue
        if mention.candidates and persons.explains(mention):
            waiting.append(mention)
        elif mention.candidates:
            _link_known(reading, mention, homes)
        elif mention.found_by == "resolution":
            _link_resolution(reading, mention)
        elif mention.found_by == "organ":
            _link_organ(reading, mention)
        else:
            _link_local(reading, mention, acronyms)
    persons.link_short(waiting)


def _is_surname(mention: Mention, persons: Persons) -> bool:
    """The model saw a company or a town where a person in office is named."""
    return mention.found_by == "model" and not mention.candidates and persons.is_public_figure(mention)


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


def _link_known(reading: Reading, mention: Mention, homes: Mapping[str, int]) -> None:
    text = plain(mention.text)
    entries = [reading.lexicon.entries[key] for key in mention.candidates if key in reading.lexicon.entries]
    if not entries:
        reading.leave(mention.start, mention.end, "no entity of the lexicon fits")
        return
    if len(entries) == 1 and (river := _find_river(reading, mention)):
        reading.link(mention, reading.know_id(river), "alias", inferred=True, confidence=0.8)
        return
    ranked = sorted(entries, key=lambda entry: -score_candidate(reading, entry, homes, mention))
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


def _find_river(reading: Reading, mention: Mention) -> str | None:
    """ "The Niger": a river has the article that the state of the same name lacks."""
    token = reading.root_of(mention)
    if not token.i or token.nbor(-1).lower_ != "the" or token.dep_ in ("compound", "amod", "nmod", "poss"):
        return None
    names = reading.lexicon.names.get(f"{plain(mention.text)} River", ())
    return names[0].entry if names and names[0].strong and mention.kind == "name" else None


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
    name = f"{_adjective(reading, home)} {_capitalise(organ)}"
    entity = Entity(f"{home}:{slug(organ)}", name, "ORG", subtype="organ", state=home)
    reading.link(mention, reading.know(entity), "organ")


def _capitalise(organ: str) -> str:
    words = (
        word.capitalize() if word.islower() and word not in ("of", "the") else word for word in organ.split()
    )
    return " ".join(words)


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
    """Short forms and what they stand for: "National Union (NU)" and "NU (National Union)"."""
    ends = {mention.end: mention for mention in mentions if mention.kind == "name"}
    defined: dict[str, Mention] = {}
    for mention in mentions:
        if reading.text[max(mention.start - 2, 0) : mention.start] != " (":
            continue
        outside = ends.get(mention.start - 2)
        for short, long in ((mention, outside), (outside, mention)):
            if short and long and _abbreviates(plain(short.text), short, long):
                defined.setdefault(plain(short.text), long)
    return defined


def _abbreviates(text: str, short: Mention, long: Mention) -> bool:
    is_acronym = " " not in text and sum(letter.isupper() for letter in text) >= FEWEST_CAPITALS
    return is_acronym and not short.candidates and short.type == long.type and len(long.text) > len(text)
