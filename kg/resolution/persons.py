"""Resolves persons: full names first, then the surnames and given names that point back to them."""

import re
from collections import defaultdict
from collections.abc import Sequence

from kg.model import Mention
from kg.resolution.candidates import score_candidate
from kg.resolution.reading import Reading, plain

INITIAL = re.compile(r"^[A-Z]\.?$|^[A-Z]\.-?[A-Z]\.$")
ENOUGH = 2
SHORTEST_SHOUTED = 4


class Persons:
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
        for word in self._short_forms(key, words):
            self.full[word].append((mention.start, key))
        return True

    def _short_forms(self, key: str, words: list[str]) -> set[str]:
        """How the text may name the person again; a public figure is not called by the first name."""
        entry = self.reading.lexicon.entries.get(key)
        if entry is None:
            return {*words, " ".join(words[-2:])}
        return {words[-1], " ".join(words[-2:]), *(name.text for name in entry.names if not name.strong)}

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
        if words[-1].isupper() and words[-1] not in self.full and len(words[-1]) >= SHORTEST_SHOUTED:
            words = [word.title() for word in words]
        known = self.full.get(" ".join(words)) or self.full.get(words[-1]) or ()
        before = [row for row in known if row[0] <= mention.start]
        if known:
            key = max(before)[1] if before else min(known)[1]
            last = self.reading.entities[key].name.split()[-1]
            self.reading.link(mention, key, "surname" if last == words[-1] else "given name", confidence=0.95)
            self.full[words[-1]].append((mention.start, key))
            return
        if holder := self._find_office_holder(mention):
            self.reading.link(mention, self.reading.know_id(holder), "surname", inferred=True, confidence=0.8)
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
