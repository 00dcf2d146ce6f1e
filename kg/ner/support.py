"""The lexicon's names in a text: strong ones at once, weak ones where the document supports them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.lexicon import Lexicon, Name
from kg.model import EntityType, MentionKind
from kg.ner.finds import LEXICON, MODEL, Find
from kg.ner.names import NameIndex
from kg.ner.page import Page

# what the model may call a thing of each type; a weak name needs one of these labels
LABELS: dict[str, frozenset[str]] = {
    "STATE": frozenset({"GPE", "LOC"}),
    "PLACE": frozenset({"GPE", "LOC", "FAC"}),
    "GROUP": frozenset({"NORP", "ORG"}),
    "EVENT": frozenset({"EVENT"}),
    "BLOC": frozenset({"LOC", "ORG", "NORP", "GPE"}),
}
OTHER = frozenset({"ORG", "NORP", "LAW", "EVENT", "PRODUCT", "FAC", "GPE"})
DOUBLE = re.compile("  ")
SPEAKING = frozenset({"foreign minister", "secretary of state"})
NEAR = 160
LATEST = "~"  # sorts behind the months and days of a date that ends with its year

Match = tuple[int, int, tuple[Name, ...]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the strong names of a document tell: the entries named, and where which state was.

    `main` is the state named most, `date` the document's.
    """

    known: frozenset[str]
    homes: tuple[tuple[int, str], ...]
    main: str
    date: str | None = None

    def is_home(self, state: str, place: int) -> bool:
        """The state is the document's own, or is named near `place`."""
        return state == self.main or any(
            home == state and abs(where - place) < NEAR for where, home in self.homes
        )


class NameReader:
    """Matches the lexicon's names on a page."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.index = NameIndex(lexicon.names)
        self.titles = lexicon.words["recognition.titles"]

    def find(self, page: Page, date: str | None = None) -> list[Find]:
        """Strong names and weak ones supported by the page and the document's date.

        The tokens of known names are marked on the page.
        """
        matches = list(self._match(page.text))
        strong = [self._propose(*match) for match in matches if match[2][0].strong]
        self._mark(page, strong)
        evidence = replace(self._weigh(strong), date=date)
        weak = (match for match in matches if not match[2][0].strong)
        return [*strong, *(find for match in weak if (find := self._support(page, match, evidence)))]

    def _match(self, text: str) -> Iterator[Match]:
        """The names of the text, across line breaks and double blanks too."""
        if not DOUBLE.search(text):
            yield from self.index.find(text)
            return
        places = [
            place for place, letter in enumerate(text) if letter != " " or text[place - 1 : place] != " "
        ]
        for start, end, owners in self.index.find("".join(text[place] for place in places)):
            yield places[start], places[end - 1] + 1, owners

    def _propose(self, start: int, end: int, owners: tuple[Name, ...]) -> Find:
        first = owners[0]
        strong_or_name = (owner.entry for owner in owners if owner.strong or owner.kind != "surname")
        candidates = tuple(dict.fromkeys(strong_or_name))
        kind: MentionKind = "name"
        type_: EntityType = self.lexicon.entries[first.entry].entity.type
        if first.kind == "demonym":
            kind = "demonym"
        elif first.kind == "seat":
            kind = "metonym"
        elif first.kind == "capital":
            type_ = "PLACE"
        return Find(start, end, type_, kind, candidates, "lexicon", LEXICON)

    def _mark(self, page: Page, finds: Iterable[Find]) -> None:
        """Marks the tokens of strong names, and those of states that are part of no longer name."""
        covered = 0
        for find in finds:
            is_state = find.type == "STATE" and find.kind != "metonym" and find.start >= covered
            for index in range(page.token_at(find.start), page.token_at(find.end - 1) + 1):
                page.known[index] = True
                page.states[index] = page.states[index] or is_state
            covered = max(covered, find.end)

    def _weigh(self, strong: list[Find]) -> Evidence:
        entries = self.lexicon.entries
        homes = tuple((find.start, entries[find.candidates[0]].entity.state) for find in strong)
        counts = Counter(state for _, state in homes if state)
        main = min(counts, key=lambda state: (-counts[state], state), default="")
        return Evidence(frozenset(key for find in strong for key in find.candidates), homes, main)

    def _support(self, page: Page, match: Match, evidence: Evidence) -> Find | None:
        """The weak name with the owners the document supports, None where it supports none."""
        start, end, owners = match
        first, last = page.token_at(start), page.token_at(end - 1)
        begins = page.tokens[first].ent_iob_ != "I" or (first > 0 and page.lowers[first - 1] == "the")
        ends = last + 1 >= len(page) or page.tokens[last + 1].ent_iob_ != "I"
        label = page.labels[first] if (begins and ends) or not page.labels[first] else "part"
        titled = first > 0 and page.words[first - 1] in self.titles
        owned = [owner for owner in owners if self._holds(owner, label, titled, evidence, start)]
        if not owned and first == last and _may_act(page, first):
            owned = [owner for owner in owners if self._governs(owner, evidence.date)]
        if not owned:
            return None
        candidates = tuple(dict.fromkeys(owner.entry for owner in owned))
        type_ = self.lexicon.entries[candidates[0]].entity.type
        rank = MODEL if all(owner.kind == "surname" for owner in owned) else LEXICON
        return Find(start, end, type_, "name", candidates, "lexicon", rank)

    def _holds(self, owner: Name, label: str, titled: bool, evidence: Evidence, place: int) -> bool:
        """`label` is the model's for exactly this span, "" if it has none, "part" of a longer one."""
        entity = self.lexicon.entries[owner.entry].entity
        if entity.type == "PERSON":
            known = owner.entry in evidence.known and label in ("", "PERSON", "ORG")
            return label == "PERSON" or titled or known
        if owner.entry in evidence.known:
            return label != "PERSON"
        if entity.type == "LAW" and entity.state:
            return label in OTHER | {""} and entity.state == evidence.main
        if entity.state and entity.type not in ("STATE", "PLACE"):
            return label in OTHER | {""} and evidence.is_home(entity.state, place)
        return label in LABELS.get(entity.type, OTHER)

    def _governs(self, owner: Name, date: str | None) -> bool:
        """The family name is that of one who leads a state or speaks for it at the date."""
        entry = self.lexicon.entries[owner.entry]
        return (
            date is not None
            and owner.kind == "surname"
            and any(
                tenure.body in self.lexicon.entries
                and self.lexicon.entries[tenure.body].entity.type == "STATE"
                and self._speaks(tenure.office)
                and tenure.start != ""
                and tenure.start <= date
                and (tenure.end == "" or date <= tenure.end + LATEST)
                for tenure in entry.tenures
            )
        )

    def _speaks(self, office: str) -> bool:
        known = self.lexicon.offices.get(office)
        return (known is not None and known.leads) or office in SPEAKING


def _may_act(page: Page, index: int) -> bool:
    """A month, a colour or a plant has no "met" and no "said" behind it, and signs nothing."""
    token, after = page.tokens[index], index + 1
    if index > 0 and (page.capital[index - 1] and not page.opens[index]):
        return False
    if after < len(page) and page.tokens[after].tag_ in ("VBD", "VBZ") and page.pos[after] == "VERB":
        return page.capital[index] and page.labels[index] in ("", "DATE", "ORG", "GPE", "PERSON")
    return (
        token.dep_ == "pobj"
        and token.head.dep_ == "agent"
        and after < len(page)
        and not page.words[after].isdigit()
    )
