"""Which public figure a surname alone means: who governs at the date, then who last did, then the context."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Entry, Lexicon, Tenure
from kg.lexicon.letters import plain
from kg.model import Mention
from kg.resolution.offices.index import find_years
from kg.resolution.reading import Reading

# what holding an office says for a person, at the document's date and before or after it
GOVERNS, SERVES, GOVERNED, RISES, SERVED, WORKS, KNOWN, UNBORN = 4.0, 3.0, 2.0, 1.5, 1.2, 1.0, 0.3, -1.0
MEMORY, RECENT, RISING = 40, 4, 8  # years
LAST_ORDER = 7  # ministers and party leaders come behind
TITLED, MISTITLED, OTHER_SEX, THEN, NAMED = 1.5, -1.5, -5.0, 1.5, 1.0
LEAST, LEAD = 1.0, 0.1
# what the context of a frequent surname must add: of one in office, of any other
SUPPORTED, TOLD = 0.3, 1.4
SURE, UNSURE = 0.85, 0.7
LONGEST = 4
# "Albert II": monarchs of several states bear it
NUMBERED = re.compile(r"\w [IVX]{1,5}$")
REIGNING = frozenset({"monarch", "pope", "crown prince", "regent"})
PLAIN_TITLES = frozenset(
    title
    for word in ("Mr", "Mrs", "Ms", "Miss", "Dr", "Drs", "Prof", "Professor", "Messrs")
    for title in (word, f"{word}.")
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The person a surname stands for, the confidence, and whether he holds an office at the date."""

    person: str
    confidence: float
    serves: bool


class Leaders:
    """Ranks the persons of the lexicon who share a surname by office, date, title and state."""

    def __init__(self, reading: Reading, homes: Mapping[str, int]) -> None:
        self.reading = reading
        self.homes = homes
        self.date = reading.document.date or ""
        words = reading.lexicon.words
        self.given = words["pronouns.male"] | words["pronouns.female"]
        self.common = words["descriptions.common_surnames"]
        self.male, self.female = words["pronouns.male_titles"], words["pronouns.female_titles"]

    def choose(self, mentions: Sequence[Mention]) -> Choice | None:
        """The one person whom the mentions of a surname name, None where nobody stands out."""
        entries = self._find_bearers(mentions[0])
        if NUMBERED.search(plain(mentions[0].text)):
            entries = [entry for entry in entries if self._is_at_home(entry, mentions)]
        if not self.date and self._is_plainly_addressed(mentions):
            return None
        scored = sorted(
            ((round(self._rank(entry) + self._support(entry, mentions), 4), entry.entity.id, entry)
             for entry in entries), key=lambda row: (-row[0], row[1]),
        )  # fmt: skip
        if not scored:
            return None
        score, key, best = scored[0]
        rank = self._rank(best)
        if len(scored) == 1 and any(self._is_rule(tenure) for tenure in best.tenures):
            score = max(score, LEAST)
        lead = score - scored[1][0] if len(scored) > 1 else score
        needed = SUPPORTED if rank >= SERVES else TOLD
        unsupported = rank <= SERVES and score - rank < needed and self._is_common(mentions[0], best)
        if score < LEAST or lead < LEAD or unsupported:
            return None
        sure = rank > SERVES or (lead >= 1 and score >= GOVERNED)
        return Choice(key, SURE if sure else UNSURE, rank >= SERVES)

    def _is_common(self, mention: Mention, entry: Entry) -> bool:
        """A frequent surname, or the first name under which a monarch or pope reigns."""
        text = plain(mention.text)
        reigns = any(tenure.office in REIGNING for tenure in entry.tenures)
        return text in self.common or (reigns and text in self.given)

    def _is_at_home(self, entry: Entry, mentions: Iterable[Mention]) -> bool:
        """The state over which he reigns is named beside him, or in the document and no other beside him."""
        state = entry.entity.state
        # each time he is named counts for his state as well
        is_named = self.homes.get(state, 0) > self.homes.get(entry.entity.id, 0)
        tokens = (token for mention in mentions for token in self.reading.token_at(mention.start).sent)
        beside = {key for token in tokens for key in self._list_states(token.text)}
        return state in beside or (is_named and not beside)

    def _list_states(self, text: str) -> Iterator[str]:
        entries = (
            self.reading.lexicon.entries[name.entry] for name in self.reading.lexicon.names.get(text, ())
        )
        return (entry.entity.id for entry in entries if entry.entity.type == "STATE")

    def has_title_for(self, mention: Mention, key: str) -> float:
        """How the title before the name suits the person: above 0 if it does, below if it does not."""
        entry = self.reading.lexicon.entries.get(key)
        titled = self._title_of(mention)
        return self._weigh_title(entry, mention) if entry else -1.0 * bool(titled)

    def _is_plainly_addressed(self, mentions: Sequence[Mention]) -> bool:
        """ "Mr. Kennedy opened the meeting": of a text without date anyone may be meant."""
        before = (self.reading.token_at(mention.start).i - 1 for mention in mentions)
        return any(place >= 0 and self.reading.doc[place].text in PLAIN_TITLES for place in before)

    def is_relative(self, key: str) -> bool:
        """The person is known beside a ruler of the same surname and never ruled or led anything."""
        entry = self.reading.lexicon.entries.get(key)
        if entry is None or any(self._is_high(tenure) for tenure in entry.tenures):
            return False
        surnames = {name.text for name in entry.names if name.kind == "surname"}
        return any(
            self._is_rule(tenure)
            for text in surnames
            for name in self.reading.lexicon.names.get(text.removesuffix(" Jr."), ())
            for tenure in self.reading.lexicon.entries[name.entry].tenures
            if name.entry != key
        )

    def _find_bearers(self, mention: Mention) -> list[Entry]:
        lexicon = self.reading.lexicon
        names = self.reading.names_of(mention) or lexicon.names.get(_title_case(mention.text), ())
        keys = dict.fromkeys((*(name.entry for name in names), *mention.candidates))
        entries = [lexicon.entries[key] for key in keys if key in lexicon.entries]
        return [entry for entry in entries if entry.entity.type == "PERSON"]

    def _rank(self, entry: Entry) -> float:
        """What the offices of the person say at the document's date."""
        return max((self._rank_tenure(tenure) for tenure in entry.tenures), default=KNOWN)

    def _rank_tenure(self, tenure: Tenure) -> float:
        rule, high = self._is_rule(tenure), self._is_high(tenure)
        if not self.date or not tenure.start:
            return GOVERNED if rule else SERVED if high else KNOWN
        size, year = len(self.date), int(self.date[:4])
        if tenure.start[:size] > self.date:
            soon = int(tenure.start[:4]) - year <= RISING
            return (RISES if rule else WORKS * 0.8) if soon else UNBORN
        if not tenure.end or tenure.end[:size] >= self.date:
            order = self.reading.lexicon.offices[tenure.office].order
            return GOVERNS - 0.05 * order if rule else SERVES if high else WORKS
        gone = year - int(tenure.end[:4])
        if rule:
            return GOVERNED - 0.01 * gone if gone <= MEMORY else RISES - 0.005 * gone
        if not high:
            return KNOWN
        return GOVERNED - 0.01 * gone if gone < RECENT else SERVED - 0.01 * gone

    def _is_rule(self, tenure: Tenure) -> bool:
        """The office governs a state."""
        office = self.reading.lexicon.offices.get(tenure.office)
        body = self.reading.lexicon.entries.get(tenure.body)
        return bool(
            office and 0 < office.order <= LAST_ORDER and body is not None and body.entity.type == "STATE"
        )

    def _is_high(self, tenure: Tenure) -> bool:
        """One person at a time holds the office, or it leads its body."""
        office = self.reading.lexicon.offices.get(tenure.office)
        return bool(office and (office.singular or office.leads))

    def _support(self, entry: Entry, mentions: Sequence[Mention]) -> float:
        """What the document says for the person: his state, his title, his years."""
        state = entry.entity.state
        score = NAMED * (entry.entity.id in self.reading.entities)
        if named := self.homes.get(state, 0):
            score += 0.3 + 0.7 * named / max(self.homes.values())
        score += max((self._weigh_title(entry, mention) for mention in mentions), key=abs, default=0.0)
        if all(self._is_before(entry, mention) for mention in mentions):
            score += UNBORN * 3
        return score + THEN * any(self._ruled_then(entry, mention) for mention in mentions)

    def _is_before(self, entry: Entry, mention: Mention) -> bool:
        """The sentence states years, all of them a lifetime before the first office of the person."""
        years = find_years(self.reading.token_at(mention.start).sent.text)
        starts = [int(tenure.start[:4]) for tenure in entry.tenures if tenure.start]
        return bool(years and starts) and int(max(years)) < min(starts) - MEMORY

    def _ruled_then(self, entry: Entry, mention: Mention) -> bool:
        """The sentence states one year, and the person ruled in it."""
        years = find_years(self.reading.token_at(mention.start).sent.text)
        return len(years) == 1 and any(
            self._is_rule(tenure)
            and tenure.start[:4] <= years[0]
            and (not tenure.end or tenure.end[:4] >= years[0])
            for tenure in entry.tenures
        )

    def _title_of(self, mention: Mention) -> frozenset[str]:
        """The offices that the words before the name tell."""
        first = self.reading.token_at(mention.start).i
        before = [token.lower_ for token in self.reading.doc[max(first - LONGEST, 0) : first]]
        return _find_title(self.reading.lexicon, before)

    def _weigh_title(self, entry: Entry, mention: Mention) -> float:
        """ "Mrs. Clinton", "President Bush": what stands before the name fits the person or does not."""
        first = self.reading.token_at(mention.start)
        before = [token.text for token in self.reading.doc[max(first.i - LONGEST, 0) : first.i]]
        if not before:
            return 0.0
        sex = "m" if before[-1] in self.male else "f" if before[-1] in self.female else ""
        if sex:
            return OTHER_SEX if entry.gender not in ("", sex) else 0.3
        offices = self._title_of(mention)
        if not offices:
            return 0.0
        return TITLED if any(tenure.office in offices for tenure in entry.tenures) else MISTITLED


def _find_title(lexicon: Lexicon, words: Sequence[str]) -> frozenset[str]:
    """The offices whose title the words end with: all of it, else its first word ("Secretary")."""
    titles, beginnings = _index_titles(lexicon)
    for size in range(len(words), 0, -1):
        if found := titles.get(" ".join(words[-size:])):
            return found | (beginnings.get(words[-1], frozenset()) if size == 1 else frozenset())
    return frozenset()


@lru_cache(maxsize=4)
def _index_titles(lexicon: Lexicon) -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """Offices by title, and by the first word of a title that goes on with "of" or "general"."""
    titles: dict[str, frozenset[str]] = {}
    beginnings: dict[str, frozenset[str]] = {}
    for key, office in sorted(lexicon.offices.items()):
        for title in office.titles:
            titles[title] = titles.get(title, frozenset()) | {key}
            first, _, rest = title.partition(" ")
            if rest.startswith(("of ", "general")):
                beginnings[first] = beginnings.get(first, frozenset()) | {key}
    return titles, beginnings


def _title_case(text: str) -> str:
    words: Iterable[str] = plain(text).split()
    return " ".join(word.title() if word.isupper() else word for word in words)
