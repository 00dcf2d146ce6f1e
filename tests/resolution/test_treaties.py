"""Treaties: the year, the state and what was named before decide which of a name is meant."""

import pytest

from kg.lexicon import load_lexicon
from kg.model import Block, Document, Mention
from kg.resolution import resolve
from kg.resolution.phrases.titles import find_loose_title


@pytest.fixture(scope="module")
def full():
    return load_lexicon()


@pytest.fixture
def link_titles(full, parse_lines):
    """What titles in a text stand for with the lexicon of the project; names are (text, type, ids)."""

    def run(text: str, *named: tuple[str, ...], date: str | None = None, title: str | None = None):
        words = text.replace(".", " .").replace(",", " ,").split()
        rows = [f"{word} {'PROPN NNP' if word[:1].isupper() else 'NOUN NN'} dep 0" for word in words]
        doc = parse_lines("\n".join(rows))
        mentions, behind = [], dict[str, int]()
        for surface, kind, keys in named:
            start = doc.text.index(surface, behind.get(surface, 0))
            behind[surface] = start + 1
            found_by = "lexicon" if keys else "pattern"
            mentions.append(
                Mention(start, start + len(surface), surface, "name", kind, tuple(keys.split()), found_by)
            )
        document = Document("d", doc.text, title=title, date=date, blocks=(Block(0, len(doc.text)),))
        found = resolve(doc, document, mentions, full)
        return {
            link.mention.start: link.entity for link in found.links if link.mention.type in ("TREATY", "LAW")
        }

    return run


def _only(found: dict[int, str]) -> str:
    (entity,) = found.values()
    return entity


@pytest.mark.parametrize(
    ("text", "surface", "keys", "date", "meant"),
    [
        (
            "Asian exclusion ended with the 1952 Immigration Act",
            "Immigration Act",
            "immigration-act-1924",
            None,
            "d#immigration-act-of-1952",
        ),
        (
            "Quotas came with the 1924 Immigration Act",
            "Immigration Act",
            "immigration-act-1924",
            None,
            "immigration-act-1924",
        ),
        (
            "Ministers issued the Beijing Declaration",
            "Beijing Declaration",
            "beijing-declaration-1995",
            "1991",
            "d#beijing-declaration",
        ),
        (
            "Ministers recalled the Beijing Declaration",
            "Beijing Declaration",
            "beijing-declaration-1995",
            "2005",
            "beijing-declaration-1995",
        ),
        ("They keep the Chemical Weapons Convention", "Chemical Weapons Convention", "cwc", "1989", "cwc"),
    ],
)
def test_the_year_forbids(link_titles, text, surface, keys, date, meant) -> None:
    kind = "LAW" if surface.endswith("Act") else "TREATY"
    assert _only(link_titles(text, (surface, kind, keys), date=date)) == meant


def test_a_title_spelt_otherwise_is_the_lexicon_s(link_titles) -> None:
    found = link_titles(
        "States keep the non-proliferation Treaty", ("non-proliferation Treaty", "TREATY", "")
    )
    assert _only(found) == "npt"


def test_a_title_told_at_length_is_the_lexicon_s(full) -> None:
    (entry,) = find_loose_title(full, "Treaty of Rarotonga establishing the South Pacific Nuclear Free Zone")
    assert entry.entity.id == "treaty-of-rarotonga"
    assert find_loose_title(full, "Treaty of Nowhere establishing a Zone") == ()


def test_a_bare_charter_is_the_one_just_named(link_titles) -> None:
    text = "The Atlantic Charter was drafted at sea and the Charter served as an inspiration"
    found = link_titles(
        text,
        ("Atlantic Charter", "TREATY", "atlantic-charter"),
        ("Charter", "TREATY", "un-charter"),
    )
    assert set(found.values()) <= {"atlantic-charter"}


def test_a_bare_charter_without_owner_is_left(link_titles) -> None:
    assert link_titles("The club amended the Charter", ("Charter", "TREATY", "un-charter")) == {}


def test_a_constitution_is_its_state_s(full, parse_lines) -> None:
    doc = parse_lines(
        """
        Haiti PROPN NNP poss 2
        's PART POS case 0
        Constitution PROPN NNP nsubj 3
        changed VERB VBD ROOT 3 change
        """
    )
    start = doc.text.index("Constitution")
    named = [
        Mention(0, 5, "Haiti", "name", "STATE", ("HTI",)),
        Mention(start, start + 12, "Constitution", "name", "LAW", ("us-constitution",)),
    ]
    found = resolve(doc, Document("d", doc.text, blocks=(Block(0, len(doc.text)),)), named, full)
    (law,) = [link for link in found.links if link.mention.type == "LAW"]
    assert law.entity == "HTI:constitution"


def test_a_bare_constitution_of_no_state_is_left(link_titles) -> None:
    assert (
        link_titles("Parliament amended the Constitution", ("Constitution", "LAW", "us-constitution")) == {}
    )


def test_a_resolution_is_its_body_s(link_titles, full, parse_lines) -> None:
    doc = parse_lines("UNCTAD PROPN NNP compound 1\nresolution NOUN NN ROOT 1\n98(IV) NUM CD nummod 1")
    end = len(doc.text)
    named = [
        Mention(0, 6, "UNCTAD", "name", "IGO", ("unctad",)),
        Mention(7, end, doc.text[7:], "name", "LAW", (), "resolution"),
    ]
    found = resolve(doc, Document("d", doc.text, blocks=(Block(0, end),)), named, full)
    assert [link.entity for link in found.links][-1] == "d#unctad-resolution-98-iv"


def test_a_treaty_told_by_its_two_parties(full, parse_lines) -> None:
    doc = parse_lines(
        """
        The DET DT det 2
        peace NOUN NN compound 2
        treaty NOUN NN nsubj 7
        between ADP IN prep 2
        Egypt PROPN NNP pobj 3
        and CCONJ CC cc 4
        Israel PROPN NNP conj 4
        held VERB VBD ROOT 7 hold
        """
    )
    egypt, israel = doc.text.index("Egypt"), doc.text.index("Israel")
    named = [
        Mention(4, israel + 6, doc.text[4 : israel + 6], "description", "TREATY", (), "pattern"),
        Mention(egypt, egypt + 5, "Egypt", "name", "STATE", ("EGY",)),
        Mention(israel, israel + 6, "Israel", "name", "STATE", ("ISR",)),
    ]
    for date, meant in (("1980", "egypt-israel-peace-treaty"), ("1960", None)):
        found = resolve(
            doc, Document("d", doc.text, date=date, blocks=(Block(0, len(doc.text)),)), named, full
        )
        treaties = [link.entity for link in found.links if link.mention.type == "TREATY"]
        assert (treaties == [meant]) is (meant is not None)
