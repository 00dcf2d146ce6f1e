"""What a pronoun can point back to: the document's linked mentions and its other nouns, by sentence."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from spacy.tokens import Token

from kg.model import Link
from kg.resolution.reading import Reading, in_order

SUBJECT = frozenset({"nsubj", "nsubjpass"})
PEOPLES = ("sh", "ch", "ese", "ss")  # "the French", "the Chinese"
NOUN_ROLES = SUBJECT | {"dobj", "conj", "pobj", "attr"}


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Something a pronoun can point to; `entities` is empty for a noun that names no entity.

    place: first character. root: index of its head token. kind: `person`, `thing` or `many`.
    is_seat: named by its seat of power, in which people govern.
    """

    place: int
    root: int
    sentence: int
    role: str
    entities: tuple[str, ...]
    kind: str
    plural: bool = False
    is_seat: bool = False


class Antecedents:
    """The antecedents of a document; grows as pronouns are resolved and persons' sex is learnt."""

    def __init__(self, reading: Reading) -> None:
        words = reading.lexicon.words
        self.reading = reading
        self.first_names = dict.fromkeys(words["pronouns.male"], "m") | dict.fromkeys(
            words["pronouns.female"], "f"
        )
        self.titles = dict.fromkeys(words["pronouns.male_titles"], "m")
        self.titles |= dict.fromkeys(words["pronouns.female_titles"], "f")
        self.genders: dict[str, str] = {}
        self.counts: Counter[str] = Counter()
        self.by_sentence: dict[int, list[Antecedent]] = defaultdict(list)
        self._gather()

    def add(self, row: Antecedent) -> None:
        """Adds a resolved pronoun."""
        self.by_sentence[row.sentence].append(row)
        self.counts.update(row.entities)

    def _gather(self) -> None:
        taken: set[int] = set()
        shared = Counter((link.mention.start, link.mention.end) for link in self.reading.links)
        for link in in_order(self.reading.links):
            root = self.reading.root_of(link.mention)
            if self.reading.in_heading(link.mention.start) or self._is_modifier(link, root):
                continue
            taken.add(root.i)
            if shared[link.mention.start, link.mention.end] == 1 or link.mention.kind == "name":
                self._add_link(link, root)
        self._gather_several(shared)
        for token in self.reading.doc:
            if (
                (token.pos_ == "NOUN" or token.tag_ == "NNPS")
                and token.i not in taken
                and token.dep_ in NOUN_ROLES
            ):
                self._add_noun(token)
        for rows in self.by_sentence.values():
            self._join_pairs(rows)

    def _gather_several(self, shared: Counter[tuple[int, int]]) -> None:
        """ "The two presidents" are one antecedent of "they"."""
        told: dict[tuple[int, int], list[Link]] = defaultdict(list)
        for link in in_order(self.reading.links):
            span = link.mention.start, link.mention.end
            if shared[span] > 1 and link.mention.kind != "name" and not self.reading.in_heading(span[0]):
                told[span].append(link)
        for (place, _), links in told.items():
            root = self.reading.root_of(links[0].mention)
            entities = tuple(dict.fromkeys(link.entity for link in links))
            sentence = self.reading.sentences[root.i]
            row = Antecedent(place, root.i, sentence, role_of(root), entities, "many", True)
            self.by_sentence[sentence].append(row)

    def _is_modifier(self, link: Link, root: Token) -> bool:
        return link.mention.kind == "demonym" and root.dep_ in ("amod", "compound", "nmod")

    def _add_link(self, link: Link, root: Token) -> None:
        entity = self.reading.entities[link.entity]
        determined = any(child.dep_ == "det" for child in root.children)
        people = link.mention.kind == "demonym" and determined and root.text.endswith(PEOPLES)
        plural = root.tag_ in ("NNS", "NNPS") or entity.type == "GROUP" or people
        kind = "person" if entity.type == "PERSON" else "thing"
        if entity.type == "GROUP" or (link.mention.kind == "demonym" and plural):
            kind = "many"
        if kind == "person":
            self._learn_gender(link)
        self.counts[link.entity] += 1
        sentence = self.reading.sentences[root.i]
        row = Antecedent(
            link.mention.start, root.i, sentence, role_of(root), (link.entity,), kind, plural,
            link.mention.kind == "metonym",
        )  # fmt: skip
        self.by_sentence[sentence].append(row)

    def _add_noun(self, token: Token) -> None:
        sentence = self.reading.sentences[token.i]
        plural = token.tag_ in ("NNS", "NNPS")
        kind = "many" if plural else "thing"
        self.by_sentence[sentence].append(
            Antecedent(token.idx, token.i, sentence, role_of(token), (), kind, plural)
        )

    def _join_pairs(self, rows: list[Antecedent]) -> None:
        """ "Moscow and Kiev", "Russia, France and Britain": all, as one antecedent of "they"."""
        by_root = {row.root: row for row in rows if len(row.entities) == 1}
        chains: dict[int, list[Antecedent]] = defaultdict(list)
        for row in by_root.values():
            token = self.reading.doc[row.root]
            while token.dep_ == "conj" and token.head.i in by_root:
                token = token.head
            if token.i != row.root:
                chains[token.i].append(row)
        for root, others in chains.items():
            first = by_root[root]
            joined = [row for row in others if row.kind == first.kind]
            several = tuple(dict.fromkeys(key for row in (first, *joined) for key in row.entities))
            kinds = {self.reading.entities[key].type for key in several}
            if len(several) > 1 and len(joined) == len(others) and kinds != {"PLACE"}:
                rows.append(
                    Antecedent(first.place, first.root, first.sentence, first.role, several, "many", True)
                )
        rows.sort(key=lambda row: (row.place, row.entities))

    def _learn_gender(self, link: Link) -> None:
        if self.genders.get(link.entity):
            return
        entry = self.reading.lexicon.entries.get(link.entity)
        first = self.reading.token_at(link.mention.start)
        title = self.titles.get(first.nbor(-1).text, "") if first.i else ""
        given = self.first_names.get(self.reading.entities[link.entity].name.split()[0], "")
        self.genders[link.entity] = entry.gender if entry and entry.gender else title or given


def role_of(root: Token) -> str:
    """`subject`, `object`, `owner` or `other`; an apposition has the role of what it stands beside."""
    token = root
    while token.dep_ in ("conj", "appos") and token.head.i != token.i:
        token = token.head
    if token.dep_ in SUBJECT:
        return "subject"
    if token.dep_ in ("dobj", "dative", "iobj"):
        return "object"
    return "owner" if token.dep_ == "poss" else "other"


def subject_of(verb: Token) -> int:
    """The index of the subject that governs `verb`, looked for up the clauses that have none of their own."""
    for _ in range(5):
        for child in verb.children:
            if child.dep_ in SUBJECT:
                is_relative = child.tag_ in ("WP", "WDT") and verb.dep_ == "relcl"
                return int(verb.head.i if is_relative else child.i)
        if verb.dep_ not in ("xcomp", "conj", "advcl", "pcomp", "prep") or verb.head.i == verb.i:
            break
        accused = verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "from", "into")
        if accused and (patient := _patient_of(verb.head.head)):
            return int(patient.i)
        verb = verb.head
    return -1


def _patient_of(verb: Token) -> Token | None:
    """ "Accused Russia of violating it": Russia is who violates."""
    return next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
