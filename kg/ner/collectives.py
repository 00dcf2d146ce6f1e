"""Finds collectives without a name of their own: "Syrian rebels", "ethnic Albanians", "protesters"."""

from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.ner.finds import Find
from kg.ner.page import Page

SECTORS = ("REB", "OPP", "CVL", "REF", "MED", "BUS", "LAB", "CRM", "REL", "HRI")
MODIFIERS = ("ADJ", "NOUN", "PROPN", "VERB")


class CollectiveGrammar:
    """The nouns of collectives by sector."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.sectors = {
            noun: sector for sector in reversed(SECTORS) for noun in words[f"collectives.{sector}"]
        }
        self.always = words["collectives.always"]
        self.always_many = words["collectives.always_many"]
        self.kinds = words["collectives.kinds"]
        self.ends = {noun.split()[-1] for noun in self.sectors}
        entries = lexicon.entries.values()
        armed = [entry for entry in entries if entry.entity.type == "ARMED_GROUP"]
        self.armed = {name.text for entry in armed for name in entry.names if name.strong}

    def find(self, page: Page) -> Iterator[Find]:
        """Every collective on the page; its candidate is "STATE:SECTOR" without the state ("REB")."""
        for index, lower in enumerate(page.lowers):
            noun = _singular(page, index)
            if noun in self.ends and page.pos[index] in ("NOUN", "ADJ", "PROPN") and not page.titled[index]:
                if found := self._read(page, index, noun):
                    yield found
            elif (
                lower == "ethnic"
                and index + 1 < len(page)
                and page.capital[index + 1]
                and page.words[index + 1].endswith("s")
            ):
                yield Find(
                    page.starts[index], page.ends[index + 1], "GROUP", "description", ("ETH",), "collective"
                )

    def _read(self, page: Page, index: int, noun: str) -> Find | None:
        first, name = index, noun
        if index and (two := f"{page.lowers[index - 1]} {noun}") in self.sectors:
            first, name = index - 1, two
        elif noun not in self.sectors:
            return None
        if (
            index + 1 < len(page)
            and page.pos[index + 1] in ("NOUN", "PROPN")
            and page.tokens[index].dep_ in ("compound", "amod")
        ):
            return None
        if self._is_of_group(page, first):
            return None
        begin = self._walk_modifiers(page, first)
        stated = any(page.states[begin:first]) or self._is_placed(page, index)
        if (
            not stated
            and name not in self.always
            and not (name in self.always_many and page.lowers[index] != name)
            and not (begin < first and page.lowers[first - 1] in self.kinds)
        ):
            return None
        return Find(
            page.starts[begin], page.ends[index], "GROUP", "description", (self.sectors[name],), "collective"
        )

    def _is_of_group(self, page: Page, first: int) -> bool:
        """Whether an armed group is named before the noun: "Hamas gunmen" are Hamas, no group apart."""
        end = page.ends[first - 1] if first else 0
        return any(
            page.text[page.starts[place] : end] in self.armed for place in range(max(first - 5, 0), first)
        )

    def _walk_modifiers(self, page: Page, first: int) -> int:
        """Where the modifiers of the noun begin; a demonym is the last taken."""
        begin = first
        while begin > 0 and not page.opens[begin] and first - begin < 5:
            before = begin - 1
            if page.states[before]:
                if own := _skip_backers(page, before):
                    return own
                begin = before
                while _is_own(page, begin - 1) and not page.opens[begin]:
                    begin -= 1
                return begin
            if (page.pos[before] not in MODIFIERS and page.words[before] != "-") or page.tokens[
                before
            ].tag_ in (
                "VBD",
                "VBZ",
                "VBP",
                "VB",
            ):
                break
            begin = before
        if (
            all(page.tokens[place].tag_ in ("JJ", "NN", "NNP", "NNPS") for place in range(begin, first))
            and first - begin < 4
        ):
            return begin
        return (
            begin
            if any(page.lowers[place] in self.kinds for place in range(begin, first)) and first - begin < 3
            else first
        )

    def _is_placed(self, page: Page, index: int) -> bool:
        """A state follows: "rebels in the Ivory Coast", "students throughout Indonesia"."""
        after = index + 1
        if after + 1 >= len(page) or page.lowers[after] not in ("in", "of", "from", "throughout", "across"):
            return False
        after += 1 + (page.lowers[after + 1] == "the")
        return after < len(page) and (
            page.states[after]
            or (
                after + 1 < len(page)
                and page.lowers[after] in ("northern", "southern", "eastern", "western")
                and page.states[after + 1]
            )
        )


def _is_own(page: Page, index: int) -> bool:
    return index >= 0 and page.states[index] and not _skip_backers(page, index)


def _skip_backers(page: Page, state: int) -> int:
    """The word behind "Russian-backed" or "pro-Russian", 0 if the state is the group's own."""
    if page.words[state].rpartition("-")[2].islower():
        return state + 1
    if state + 2 < len(page) and _hangs(page, state + 1) and page.words[state + 2].islower():
        return state + 3
    return state + 1 if state > 1 and _hangs(page, state - 1) and page.words[state - 2].islower() else 0


def _hangs(page: Page, hyphen: int) -> bool:
    return page.words[hyphen] == "-" and page.ends[hyphen] == page.starts[hyphen + 1]


def _singular(page: Page, index: int) -> str:
    lower = page.lowers[index]
    if lower.endswith("s") or lower in (
        "women",
        "children",
        "businessmen",
        "tribesmen",
        "gunmen",
        "militiamen",
        "fishermen",
    ):
        return page.tokens[index].lemma_.lower()
    return lower
