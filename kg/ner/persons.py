"""What tells that a name the model read is a person's or not: given names, titles, the words around it."""

import re

from kg.lexicon import Lexicon
from kg.model import EntityType
from kg.ner.page import Page

LONGEST = 4
LONGEST_ABBREVIATION = 4
PARTICLES = frozenset(
    {"i", "y", "e", "de", "del", "di", "da", "do", "dos", "das", "du", "van", "von", "bin", "ibn"}
)
# what may follow a name that has an article of its own ("the Maliki government" has one for "government")
AFTER_ARTICLE = (
    r"(?=[.,;:)]|$| (?:of|and|or|in|was|were|is|are|has|had|have|to|with|for|at|on|by|from|as|also|which"
    r"|that)\b)"
)
OPEN_ENDED = frozenset({"-", "'", "."})


class PersonJudge:
    """Knows given names, titles and the words behind which a place or a party stands."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.given = words["pronouns.male"] | words["pronouns.female"]
        self.given |= {name for key in words if key.startswith("given.") for name in words[key]}
        self.given -= words["recognition.never_names"] | words["recognition.allegiances"]
        self.titles = words["recognition.titles"]
        self.allegiances = words["recognition.allegiances"]
        self.seats = words["recognition.seats_of_members"]
        self.party_roles = words["recognition.party_roles"]
        self.collective = words["recognition.organisation_heads"] | words["recognition.no_actor_heads"]
        self.places = words["recognition.place_heads"]
        self.refused = (
            self.collective
            | words["recognition.never_names"]
            | words["treaties.heads"]
            | words["treaties.law_heads"]
        )

    def find_start(self, page: Page, first: int, last: int) -> int:
        """The index of the given name behind titles and allegiances, -1 where this is no personal name."""
        place = first
        while place < last and (page.words[place] in self.titles or page.words[place] in self.allegiances):
            place += 1
        return place if self.is_full_name(page, place, last) else -1

    def is_full_name(self, page: Page, first: int, last: int) -> bool:
        """A given name, and behind it only words that may be family names."""
        if not 0 < last - first <= LONGEST or page.words[first] not in self.given:
            return False
        rest = range(first + 1, last + 1)
        return (
            page.capital[last]
            and page.tokens[last].tag_ != "NNPS"
            and not any(page.known[first : last + 1])
            and not any(self._is_refused(page.words[index]) for index in rest)
            and (page.words[last] not in self.places or _stands_free(page, first))
            and all(
                page.capital[index] or page.words[index] in OPEN_ENDED or page.lowers[index] in PARTICLES
                for index in rest
            )
        )

    def _is_refused(self, word: str) -> bool:
        return word in self.refused or (len(word) > 1 and word.isupper())

    def extend(self, page: Page, first: int, last: int) -> tuple[int, int]:
        """The bounds with the initials before a personal name and the particle with its name behind it."""
        while first > 0 and _is_initial(page, first - 1) and not page.opens[first]:
            first -= 1
        if (
            last > first
            and last + 2 < len(page)
            and page.words[last + 1] in PARTICLES
            and page.capital[last + 2]
            and not any(page.opens[last + 1 : last + 3])
            and not page.known[last + 2]
        ):
            last += 2
        return first, last

    def judge(self, page: Page, first: int, last: int) -> EntityType:
        """The type of what the model calls a person."""
        if any(page.known[first : last + 1]) or page.words[first] in self.given:
            return "PERSON"
        if self.is_seat(page, first):
            return "PLACE"
        if (first == last and _is_abbreviation(page, first)) or self._is_bracketed_name(page, first):
            return "ORG"
        if self._is_allegiance(page, last) or _has_article(page, first, last):
            return "ORG"
        return "PERSON"

    def is_seat(self, page: Page, first: int) -> bool:
        """ "The riding of Vancouver Quadra", "the constituency of Hitchin"."""
        return first > 1 and page.lowers[first - 1] == "of" and page.lowers[first - 2] in self.seats

    def _is_bracketed_name(self, page: Page, first: int) -> bool:
        """ "Liberal Party (Venstre)": in brackets behind an organisation stands its other name."""
        return first > 1 and page.words[first - 1] == "(" and page.words[first - 2] in self.collective

    def _is_allegiance(self, page: Page, last: int) -> bool:
        """ "Bangon Pilipinas candidate", "a Meretz senator"."""
        return last + 1 < len(page) and page.words[last + 1] in self.party_roles


def _stands_free(page: Page, first: int) -> bool:
    """Called a person by the model, and behind nothing that leads to a place."""
    before = page.lowers[first - 1] if first > 0 else ""
    return page.labels[first] == "PERSON" and before not in ("the", "in", "at", "near", "on")


def _has_article(page: Page, first: int, last: int) -> bool:
    """ "Joined the Musavat": persons have no article, but what belongs to them has."""
    name = re.escape(page.text[page.starts[first] : page.ends[last]])
    return re.search(rf"\bthe {name}{AFTER_ARTICLE}", page.text) is not None


def _is_initial(page: Page, index: int) -> bool:
    letters = page.words[index].replace(".", "")
    return (
        page.capital[index]
        and letters.isalpha()
        and letters.isupper()
        and len(letters) <= (3 if "." in page.words[index] else 1)
        and page.labels[index] in ("", "PERSON")
        and page.words[index] not in ("A", "I")
    )


def _is_abbreviation(page: Page, index: int) -> bool:
    """ "WLB", "RnP" among words written small."""
    letters = page.words[index].replace(".", "")
    near = page.words[max(index - 2, 0) : index + 3]
    return (
        letters.isalpha()
        and 1 < len(letters) <= LONGEST_ABBREVIATION
        and sum(letter.isupper() for letter in letters) > 1
        and any(word.islower() for word in near)
    )
