"""The trained model's entities, trimmed, retyped and purged of what names no actor."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from kg.lexicon import Lexicon, Name
from kg.model import EntityType
from kg.ner.finds import HEADED, MODEL, Find
from kg.ner.page import Page
from kg.ner.persons import PersonJudge

TYPES: dict[str, EntityType] = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "EVENT": "EVENT",
    "LAW": "LAW",
    "NORP": "GROUP",
}
PUNCTUATION = frozenset("\"'“”()[].,;:-*•`") | {"``", "''", "'s", "--"}
TRAILING = frozenset({"of", "the", "and", "for", "on", "in", "to", "with", "or", "&", "a", "at", "by"})
SECTIONS = frozenset(
    {"Article", "Articles", "Chapter", "Section", "Paragraph", "Annex", "Part", "Tab", "Item", "Enclosure"}
)
EVENTFUL = frozenset({"Decade", "Year", "Summit"})
PLANS = frozenset({"Agenda", "Programme", "Program", "Strategy", "Report"})
NO_ACTOR = re.compile(r"[A-Z]{1,2}/[\w/.-]*\d|[A-Z][A-Za-z]{0,2}-\d{1,4}[A-Z]?$")  # "A/7601", "Il-20"
LONGEST = 12
LONGEST_ABBREVIATED_PLACE = 3
LONGEST_TITLED = 3


class ModelReader:
    """Reads `doc.ents`; the words that trim and refuse them come from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.judge = PersonJudge(lexicon)
        self.titles = words["recognition.titles"]
        self.person_titles = words["recognition.person_titles"]
        self.never = words["recognition.never_names"]
        self.openers = words["recognition.sentence_openers"]
        self.small = words["recognition.small_words"]
        self.organisations = words["recognition.organisation_heads"]
        self.places = words["recognition.place_heads"]
        self.state_itself = words["organs.state_itself"]
        self.no_actors = words["recognition.no_actor_heads"]
        self.laws = words["treaties.heads"] | words["treaties.law_heads"]
        self.instruments = self.laws - words["treaties.ambiguous_heads"]
        self.forms = words["recognition.forms_of_state"]
        self.states = {
            text for text, names in lexicon.names.items() if _is_strong(lexicon, names[0], ("STATE", "IGO"))
        }
        self.groups = {
            text for text, names in lexicon.names.items() if _is_strong(lexicon, names[0], ("ARMED_GROUP",))
        }

    def find(self, page: Page) -> Iterator[Find]:
        """The model's entities as finds, and persons behind a title it missed."""
        small = frozenset(word for word in page.words if word.islower())
        for ent in page.tokens[0].doc.ents if page.tokens else ():
            if ent.label_ not in TYPES or self._is_shouted(ent.text, small):
                continue
            if found := self._repair(page, ent):
                yield found
        yield from self._find_titled(page)

    def _repair(self, page: Page, ent: Span) -> Find | None:
        first, last = self._trim(page, ent)
        if first > last or last - first >= LONGEST or not self._is_name(page, first, last):
            return None
        if ent.label_ in ("ORG", "GPE") and self._is_state_itself(page, first, last):
            return None
        kind = self._retype(page, first, last, TYPES[ent.label_])
        if kind is None or (page.titled[first] and last - first >= LONGEST_TITLED):
            return None
        if kind in ("ORG", "PLACE", "PERSON") and (start := self.judge.find_start(page, first, last)) >= 0:
            kind, first = "PERSON", start
        elif kind == "PERSON":
            kind = self.judge.judge(page, first, last)
        if kind == "PERSON":
            first, last = self.judge.extend(page, first, last)
        return Find(page.starts[first], page.ends[last], kind, found_by="model", rank=MODEL)

    def _is_state_itself(self, page: Page, first: int, last: int) -> bool:
        """ "Portuguese Government", "Government of Iran": the state, which is found by its own name."""
        if (
            page.lowers[first] in ("government", "administration", "state")
            and last > first
            and page.lowers[first + 1] == "of"
        ):
            return any(page.states[first : last + 1])
        if page.lowers[last] in ("government", "embassy"):
            return any(page.known[first : last + 1])
        if page.words[first] == "Team" and first < last:
            return page.states[first + 1]
        if page.words[last] in self.forms and all(
            page.words[index] in self.forms or page.words[index] in ("'s", "'")
            for index in range(first, last)
        ):
            return first < last
        place = first
        while place <= last and page.states[place]:
            place += 1
        return place > first and " ".join(page.lowers[place : last + 1]) in self.state_itself

    def _trim(self, page: Page, ent: Span) -> tuple[int, int]:
        first, last = page.token_at(ent.start_char), page.token_at(ent.end_char - 1)
        for index in range(first, last + 1):
            if index > first and self._ends_name(page, index, ent.label_):
                last = index - 1
                break
        person = ent.label_ == "PERSON"
        while first <= last and (
            page.words[first] in PUNCTUATION
            or page.lowers[first] in ("the", "a", "an")
            or (
                person
                and last > first
                and (
                    page.words[first] in self.titles
                    or (page.states[first] and page.tokens[first].tag_ == "JJ")
                    or (page.lowers[first] == page.words[first] and page.words[first] not in self.small)
                )
            )
            or (page.words[first] in self.openers and page.opens[first] and page.pos[first] not in ("PROPN",))
        ):
            first += 1
        while last >= first and (
            (page.words[last] in PUNCTUATION and page.words[last] != ".") or page.words[last] in TRAILING
        ):
            last -= 1
        if last > first and page.words[last] == ".":
            last -= 1
        return first, last

    def _ends_name(self, page: Page, index: int, label: str) -> bool:
        word = page.words[index]
        if (
            word == ","
            and label in ("PERSON", "ORG", "GPE")
            and page.lowers[min(index + 1, len(page) - 1)]
            not in ("inc.", "inc", "ltd.", "ltd", "and", "llc", "jr.", "sr.")
        ):
            return (
                not any(page.lowers[place] == "and" for place in range(index, min(index + 6, len(page))))
                or label != "ORG"
            )
        if word == "the" and page.capital[index - 1]:
            return True
        if word in (")", "[", "]", ";", "("):
            return True
        if word == "-" and label == "PERSON" and page.ends[index - 1] < page.starts[index]:
            return True
        return (
            label in ("EVENT", "ORG", "LAW")
            and word in ("in", "of")
            and index + 1 < len(page)
            and page.words[index + 1].isdigit()
            and len(page.words[index + 1]) == 4
        )

    def _is_name(self, page: Page, first: int, last: int) -> bool:
        text = page.text[page.starts[first] : page.ends[last]]
        if text in self.never or len(text) < 2 or not any(page.capital[first : last + 1]):
            return False
        if first < last and (page.words[last] in self.no_actors or _is_plan(page, first, last)):
            return False
        if page.words[first] in SECTIONS or (first == last and page.words[first] in self.laws):
            return False
        if NO_ACTOR.match(text) or self._is_compound(text):
            return False
        if first == last and (
            page.words[first].removesuffix("s") in self.organisations - {page.words[first]}
        ):
            return False
        if first == last and (
            (page.pos[first] in ("VERB", "AUX", "ADV", "PRON") and page.opens[first]) or text[:1].isdigit()
        ):
            return False
        return all(
            page.capital[index]
            or page.lowers[index] in self.small
            or not page.words[index].isalpha()
            or (page.ends[index - 1] == page.starts[index] and index > first)
            for index in range(first, last + 1)
        )

    def _is_compound(self, text: str) -> bool:
        """ "U.S.-PRC", "U.S.-led", "Kurdish YPG": the actors in it are found by their own names."""
        first, _, rest = text.partition(" ")
        if rest in self.groups and first.endswith(("ish", "ian", "ese", "ist", "i")):
            return True
        parts = text.split("-")
        states = [part in self.states for part in parts]
        return (
            len(parts) > 1
            and states[0]
            and all(state or part.islower() for state, part in zip(states, parts, strict=True))
        )

    def _is_shouted(self, text: str, small: frozenset[str]) -> bool:
        """ "AGENDA ITEM" in a text that has "agenda" and "item": ordinary words written large."""
        words = [word for word in text.split() if not word.isdigit()]
        if len(words) < 2 or not text.isupper():
            return False
        return " ".join(words).title() in self.never or all(word.lower() in small for word in words)

    def _retype(self, page: Page, first: int, last: int, kind: EntityType) -> EntityType | None:
        """The type its words tell; None for what names no actor (an adjective of a people or a creed)."""
        head = page.words[last]
        if kind == "PERSON" and head.isdigit():
            return None
        if kind == "GROUP":
            plural = (
                page.pos[last] in ("NOUN", "PROPN")
                and head.endswith("s")
                and page.tokens[last].tag_ in ("NNS", "NNPS")
            )
            return "ORG" if head in self.organisations and first < last else "GROUP" if plural else None
        if kind == "LAW":
            if head == "Convention":
                return "EVENT"
            return "LAW" if any(page.words[index] in self.laws for index in range(first, last + 1)) else None
        if kind == "ORG" and head in self.instruments and first < last:
            return None
        if kind == "ORG" and EVENTFUL.intersection(page.words[first:last]):
            return "EVENT"
        if kind == "PLACE" and first == last and _is_abbreviation(head):
            return "ORG"
        if kind == "PLACE" and first == last and page.tokens[first].tag_ == "JJ":
            return None
        if kind in ("PLACE", "PERSON") and head in self.organisations and first < last:
            return "ORG"
        if kind in ("ORG", "PERSON") and head in self.places and 0 < last - first < 3:
            return "PLACE"
        return kind

    def _find_titled(self, page: Page) -> Iterator[Find]:
        """ "President Museveni": capitalised words behind a title that only persons have."""
        for index in range(len(page) - 1):
            if (
                page.words[index] not in self.person_titles
                or not page.capital[index + 1]
                or page.titled[index]
            ):
                continue
            last = index
            while last + 1 < len(page) and last - index < 3 and self._is_given(page, last + 1):
                last += 1
            if last > index and page.ends[last] - page.starts[index + 1] > 1:
                yield replace(
                    Find(page.starts[index + 1], page.ends[last], "PERSON", found_by="title", rank=HEADED),
                    rank=MODEL if any(page.labels[index + 1 : last + 1]) else HEADED,
                )

    def _is_given(self, page: Page, index: int) -> bool:
        word = page.words[index]
        return (
            page.capital[index]
            and not page.states[index]
            and not page.opens[index]
            and word not in self.titles
            and word not in self.never
            and word not in self.organisations
            and word not in self.openers
            and page.pos[index] == "PROPN"
            and page.labels[index] in ("", "PERSON", "ORG")
        )


def _is_strong(lexicon: Lexicon, name: Name, types: tuple[str, ...]) -> bool:
    return name.strong and lexicon.entries[name.entry].entity.type in types


def _is_plan(page: Page, first: int, last: int) -> bool:
    """ "Agenda for Development": a paper, not an actor."""
    return any(
        page.words[index] in PLANS and page.lowers[index + 1] in ("for", "of", "on")
        for index in range(first, last)
    )


def _is_abbreviation(word: str) -> bool:
    letters = word.replace(".", "")
    return letters.isupper() and len(letters) <= LONGEST_ABBREVIATED_PLACE
