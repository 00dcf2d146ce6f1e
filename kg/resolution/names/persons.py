"""Resolves persons: full names first, then the surnames and given names that point back to them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.lexicon.letters import plain
from kg.model import Mention
from kg.resolution.names.leaders import UNSURE, Choice, Leaders
from kg.resolution.reading import Reading

INITIAL = re.compile(r"^[A-Z]\.?$|^[A-Z]\.-?[A-Z]\.$")
SHORTEST_SHOUTED = 4
ACTING = frozenset({"nsubj", "nsubjpass", "poss"})
# where a person was named, and who it was
Known = list[tuple[int, str]]


class Persons:
    """The persons of the document: full names, then surnames and given names that point back to them."""

    def __init__(self, reading: Reading, homes: Mapping[str, int]) -> None:
        self.reading = reading
        self.leaders = Leaders(reading, homes)
        self.suffixes = reading.lexicon.words["recognition.name_suffixes"]
        self.full: dict[str, Known] = defaultdict(list)
        # those whom the bare surname means only where no ruler bears it
        self.minor: dict[str, Known] = defaultdict(list)

    def link_full(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Links full names; gives back the short ones."""
        return [mention for mention in mentions if not self._link_full(mention)]

    def link_short(self, mentions: Sequence[Mention]) -> None:
        """Links surnames and given names."""
        groups: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            groups[" ".join(self._core(mention))].append(mention)
        for mention in sorted(mentions, key=lambda mention: mention.start):
            self._link_short(mention, groups[" ".join(self._core(mention))])

    def is_public_figure(self, mention: Mention) -> bool:
        """A bare name the model took for something else is the surname of one in office, or of one ruler."""
        names = self.reading.names_of(mention)
        if not names or any(name.kind != "surname" for name in names) or " " in plain(mention.text):
            return False
        choice = self.leaders.choose([mention])
        return choice is not None and (choice.serves or choice.confidence > UNSURE or len(names) == 1)

    def explains(self, mention: Mention) -> bool:
        """ "Michael Jordan … Jordan said": a person named in full before bears the name of a place."""
        known = self.full.get(plain(mention.text), ())
        if not any(place < mention.start for place, _ in known) or mention.kind == "demonym":
            return False
        return self.reading.root_of(mention).dep_ in ACTING

    def _link_full(self, mention: Mention) -> bool:
        words = self._words(mention)
        names = [name for name in self.reading.names_of(mention) if self._is_person(name.entry)]
        strong = [name.entry for name in names if name.strong]
        if not strong and (len(words) < 2 or any(name.kind == "surname" for name in names)):
            return False
        if strong:
            key = self.reading.know_id(strong[0])
            text = plain(mention.text)
            self.reading.link(mention, key, "lexicon" if text == self.reading.entities[key].name else "alias")
        elif choice := self.leaders.choose([mention]) if names else None:
            key = self._link_choice(mention, choice, "alias")
        else:
            key = self._find_variant(words) or self.reading.know_local(" ".join(words), "PERSON")
            self.reading.link(mention, key, mention.found_by)
        self._register(mention, key, words)
        return True

    def _register(self, mention: Mention, key: str, words: list[str]) -> None:
        bare = [word for word in words if word not in self.suffixes]
        minor = len(bare) < len(words) or self.leaders.is_relative(key)
        for word in self._short_forms(key, bare or words):
            (self.minor if minor and word == bare[-1] else self.full)[word].append((mention.start, key))

    def _short_forms(self, key: str, words: list[str]) -> set[str]:
        """How the text may name the person again; a public figure is not called by the first name."""
        entry = self.reading.lexicon.entries.get(key)
        if entry is None:
            return {*words, " ".join(words[-2:])}
        weak = {name.text for name in entry.names if not name.strong}
        return {words[-1], " ".join(words[-2:]), *weak}

    def _words(self, mention: Mention) -> list[str]:
        return plain(mention.text).split()

    def _core(self, mention: Mention) -> list[str]:
        """The words of a short name in usual spelling; a suffix stays only where the lexicon knows it."""
        words = self._words(mention)
        if not self.reading.names_of(mention):
            words = [word for word in words if word not in self.suffixes] or words
        if words[-1].isupper() and words[-1] not in self.full and len(words[-1]) >= SHORTEST_SHOUTED:
            words = [word.title() for word in words]
        return words

    def _find_variant(self, words: list[str]) -> str | None:
        """The person with the same first and last name but other initials between."""
        core = [word for word in words if not INITIAL.match(word) and word not in self.suffixes]
        for _, key in self.full.get(words[-1], ()):
            other = [word for word in self.reading.entities[key].name.split() if not INITIAL.match(word)]
            if len(core) > 1 and len(other) > 1 and core[0] == other[0] and core[-1] == other[-1]:
                return key
        return None

    def _link_short(self, mention: Mention, alike: Sequence[Mention]) -> None:
        words = self._core(mention)
        known = self._find_named(words, self.full)
        if known and not self._is_another(mention, known):
            self._link_back(mention, words, known)
            return
        choice = self.leaders.choose([mention] if known else alike)
        minor = self._find_named(words, self.minor)
        if minor and not (choice and choice.serves):
            self._link_back(mention, words, minor)
        elif choice:
            key = self._link_choice(mention, choice, "surname")
            self.full[words[-1]].append((mention.start, key))
        elif other := [name.entry for name in self.reading.names_of(mention) if name.strong]:
            self.reading.link(mention, self.reading.know_id(other[0]), "lexicon")
        else:
            self.reading.link(mention, self.reading.know_local(" ".join(words), "PERSON"), mention.found_by)

    def _is_another(self, mention: Mention, known: Known) -> bool:
        """ "President Kennedy" behind "Robert Kennedy": the title suits someone else of the name."""
        if any(self.leaders.has_title_for(mention, key) >= 0 for _, key in known):
            return False
        choice = self.leaders.choose([mention])
        return choice is not None and self.leaders.has_title_for(mention, choice.person) > 0

    def _is_person(self, key: str) -> bool:
        return self.reading.lexicon.entries[key].entity.type == "PERSON"

    def _find_named(self, words: list[str], known: Mapping[str, Known]) -> Known:
        return known.get(" ".join(words)) or known.get(words[-1]) or []

    def _link_back(self, mention: Mention, words: list[str], known: Known) -> None:
        """To the person of that name named last before, else first."""
        before = [row for row in known if row[0] <= mention.start]
        key = max(before)[1] if before else min(known)[1]
        last = [word for word in self.reading.entities[key].name.split() if word not in self.suffixes][-1]
        method = "surname" if words[-1] == last else "given name"
        inferred = any(
            link.entity == key
            and link.method == "surname"
            and link.inferred
            and link.mention.text == mention.text
            for link in self.reading.links
        )
        self.reading.link(mention, key, method, inferred=inferred, confidence=UNSURE if inferred else 0.95)
        self.full[words[-1]].append((mention.start, key))

    def _link_choice(self, mention: Mention, choice: Choice, method: str) -> str:
        key = self.reading.know_id(choice.person)
        self.reading.link(mention, key, method, inferred=True, confidence=choice.confidence)
        return key
