"""Local entities merge across documents on positive evidence only, whatever the order."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identity import merge_local
from kg.lexicon.letters import slug
from kg.model import Claim, Document, Entity, Extraction, Link, Mention, Sentence

NAMES = st.sampled_from(
    [
        "Anna Bell", "Bell", "A. Bell", "Anna C. Bell", "Anna D. Bell", "Bell, Anna", "National Union",
        "National Union Party", "NUP", "ann bell", "Old Town Treaty", "José Bell", "Jose Bell",
    ]
)  # fmt: skip
TYPES = st.sampled_from(["PERSON", "PERSON", "ORG", "TREATY", "GROUP"])
STATES = st.sampled_from(["", "", "RUS", "USA"])
GENDERS = st.sampled_from(["", "", "he", "she"])
BODIES = st.sampled_from(["", "", "senate", "navy"])
DATES = st.sampled_from([None, "2018-11-27", "2019"])


def _extract(
    doc: str, entities: Sequence[tuple[str, str, str, str, str]], date: str | None = None
) -> Extraction:
    """A document with entities (name, type, state[, pronoun, body led])."""
    found, links, claims = (
        {"senate": Entity("senate", "Senate", "ORG"), "navy": Entity("navy", "Navy", "ORG")},
        [],
        [],
    )
    for name, type_, state, *told in entities:
        pronoun, body = told or ("", "")
        key = f"{doc}#{slug(name)}-{type_.lower()}"
        if key in found:
            continue
        found[key] = Entity(key, name, type_, state=state)
        if pronoun:
            links.append(Link(Mention(0, 2, pronoun, "pronoun", type_), key, "pronoun", inferred=True))
        if body:
            claims.append(Claim(f"{key}-leads", 0, 1, "", key, 0, 1, "LEADS", body, 0, 1, "", 0, 1))
    return Extraction(Document(doc, "", date=date), (), tuple(found.values()), tuple(links), tuple(claims))


CORPORA = st.lists(
    st.tuples(st.lists(st.tuples(NAMES, TYPES, STATES, GENDERS, BODIES), max_size=5), DATES), max_size=5
).map(lambda documents: [_extract(f"doc{number}", *document) for number, document in enumerate(documents)])


def _merged(*extractions: Extraction) -> set[str]:
    return {entity.id for entity in merge_local(extractions).values()}


@given(CORPORA, st.randoms())
def test_the_order_of_documents_does_not_matter(extractions: list[Extraction], chance: random.Random) -> None:
    shuffled = extractions[:]
    chance.shuffle(shuffled)
    assert merge_local(extractions) == merge_local(shuffled)


@given(CORPORA)
def test_every_local_entity_has_one_corpus_entity_of_its_type(extractions: list[Extraction]) -> None:
    merged = merge_local(extractions)
    local = {
        entity.id: entity for extraction in extractions for entity in extraction.entities if "#" in entity.id
    }
    assert set(merged) == set(local)
    assert all(merged[key].type == entity.type for key, entity in local.items())
    by_id = {entity.id: entity for entity in merged.values()}
    assert all(by_id[entity.id] == entity for entity in merged.values())


@given(CORPORA)
def test_different_states_are_never_merged(extractions: list[Extraction]) -> None:
    merged = merge_local(extractions)
    states: dict[str, set[str]] = {}
    for extraction in extractions:
        for entity in extraction.entities:
            if entity.id not in merged:
                continue
            states.setdefault(merged[entity.id].id, set()).update({entity.state} - {""})
    assert all(len(found) < 2 for found in states.values())


def test_a_full_name_is_one_person_in_two_documents() -> None:
    merged = merge_local(
        [_extract("a", [("Anna Bell", "PERSON", "")]), _extract("b", [("Anna Bell", "PERSON", "")])]
    )
    assert {entity.id for entity in merged.values()} == {"~anna-bell"}


def test_a_single_word_is_kept_apart() -> None:
    merged = merge_local([_extract("a", [("Bell", "PERSON", "")]), _extract("b", [("Bell", "PERSON", "")])])
    assert {entity.id for entity in merged.values()} == {"~bell@a", "~bell@b"}


def test_an_acronym_joins_the_name_another_document_gives_it() -> None:
    first = _extract("a", [("National Union Party", "ORG", "")])
    mention = Mention(0, 3, "NUP", "name", "ORG")
    key = "a#national-union-party-org"
    first = Extraction(first.document, (), first.entities, (Link(mention, key, "acronym"),), ())
    merged = merge_local([first, _extract("b", [("NUP", "ORG", "")])])
    assert {entity.id for entity in merged.values()} == {"~national-union-party"}
    assert merged[key].aliases == ("NUP",)


def test_one_name_in_two_states_is_two_parties() -> None:
    merged = merge_local(
        [_extract("a", [("National Union", "ORG", "RUS")]), _extract("b", [("National Union", "ORG", "USA")])]
    )
    assert {entity.id for entity in merged.values()} == {"~national-union@rus", "~national-union@usa"}


@given(CORPORA)
def test_different_genders_are_never_merged(extractions: list[Extraction]) -> None:
    merged = merge_local(extractions)
    genders: dict[str, set[str]] = {}
    for extraction in extractions:
        for link in extraction.links:
            genders.setdefault(merged[link.entity].id, set()).add(link.mention.text)
    assert all(len(found) < 2 for found in genders.values())


@given(CORPORA)
def test_nobody_leads_two_bodies_at_one_date(extractions: list[Extraction]) -> None:
    merged = merge_local(extractions)
    led: dict[tuple[str, str], set[str]] = {}
    for extraction in extractions:
        for claim in extraction.claims:
            if date := extraction.document.date:
                led.setdefault((merged[claim.source].id, date), set()).add(claim.target)
    assert all(len(found) < 2 for found in led.values())


@pytest.mark.parametrize(
    "spelling",
    ["Anna Bell", "Bell, Anna", "Dr. Anna Bell", "Ánna Bell"],
    ids=["same", "turned", "title", "accent"],
)
def test_a_full_name_is_one_person_in_every_spelling(spelling: str) -> None:
    merged = _merged(
        _extract("a", [("Anna Bell", "PERSON", "")]),
        _extract("b", [("Anna Bell", "PERSON", "")]),
        _extract("c", [(spelling, "PERSON", "")]),
    )
    assert merged == {"~anna-bell"}


def test_an_initial_joins_where_the_documents_name_someone_else_in_common() -> None:
    first = _extract("a", [("Anna Bell", "PERSON", ""), ("Otto Lind", "PERSON", "")])
    second = _extract("b", [("Anna C. Bell", "PERSON", ""), ("Otto Lind", "PERSON", "")])
    alone = _extract("b", [("Anna C. Bell", "PERSON", "")])
    other = _extract("c", [("Anna D. Bell", "PERSON", "")])
    assert _merged(first, second) == {"~anna-c-bell", "~otto-lind"}
    assert _merged(first, alone) == {"~anna-bell", "~anna-c-bell", "~otto-lind"}
    assert _merged(first, second, other) == {"~anna-bell", "~anna-c-bell", "~anna-d-bell", "~otto-lind"}


def test_a_surname_joins_the_full_name_of_the_same_role() -> None:
    full = _extract("a", [("Anna Bell", "PERSON", "", "", "senate")])
    surname = _extract("b", [("Bell", "PERSON", "", "", "senate")])
    assert _merged(full, surname) == {"~anna-bell"}


def test_a_surname_joins_the_full_name_of_the_same_state() -> None:
    full = _extract("a", [("Anna Bell", "PERSON", "RUS")])
    assert _merged(full, _extract("b", [("Bell", "PERSON", "RUS")])) == {"~anna-bell"}
    assert _merged(full, _extract("b", [("A. Bell", "PERSON", "RUS")])) == {"~anna-bell"}


@pytest.mark.parametrize(
    ("full", "surname"),
    [
        (("Anna Bell", "PERSON", ""), ("Bell", "PERSON", "")),
        (("Anna Bell", "PERSON", "RUS"), ("Bell", "PERSON", "USA")),
        (("Anna Bell", "PERSON", "RUS", "she", ""), ("Bell", "PERSON", "RUS", "he", "")),
        (("Anna Bell", "PERSON", "RUS", "", "navy"), ("Bell", "PERSON", "RUS", "", "senate")),
        (("Anna Bell", "PERSON", "RUS"), ("C. Bell", "PERSON", "RUS")),
    ],
    ids=["no evidence", "other state", "other gender", "other role at the date", "other initial"],
)
def test_a_surname_stays_apart(full: tuple[str, ...], surname: tuple[str, ...]) -> None:
    merged = _merged(_extract("a", [full], "2018-11-27"), _extract("b", [surname], "2018-11-27"))
    assert merged == {"~anna-bell", f"~{slug(surname[0])}@b"}


def test_a_surname_that_two_have_joins_neither() -> None:
    two = _extract("a", [("Anna Bell", "PERSON", "RUS"), ("Carl Bell", "PERSON", "")])
    merged = _merged(two, _extract("b", [("Bell", "PERSON", "RUS")]))
    assert merged == {"~anna-bell", "~carl-bell", "~bell@b"}


def test_a_person_of_the_lexicon_competes_for_a_surname() -> None:
    known = Extraction(
        Document("c", ""), (), (Entity("dora-bell", "Dora Bell", "PERSON", state="RUS"),), (), ()
    )
    full = _extract("a", [("Anna Bell", "PERSON", "RUS")])
    assert "~bell@b" in _merged(full, known, _extract("b", [("Bell", "PERSON", "RUS")]))


def test_an_acronym_joins_the_only_name_of_its_state_that_it_abbreviates() -> None:
    party = _extract("a", [("National Union Party", "ORG", "RUS")])
    acronym = _extract("b", [("NUP", "ORG", "RUS")])
    rival = _extract("c", [("New Unity Party", "ORG", "RUS")])
    assert _merged(party, acronym) == {"~national-union-party"}
    assert "~nup@b" in _merged(party, acronym, rival)
    assert "~nup@b" in _merged(party, _extract("b", [("NUP", "ORG", "")]))


def test_a_full_name_led_elsewhere_at_the_date_is_two_persons() -> None:
    merged = _merged(
        _extract("a", [("Anna Bell", "PERSON", "", "", "navy")], "2018-11-27"),
        _extract("b", [("Anna Bell", "PERSON", "", "", "senate")], "2018-11-27"),
    )
    assert merged == {"~anna-bell@navy", "~anna-bell@senate"}


def test_a_full_name_that_leads_another_body_later_is_one_person() -> None:
    merged = _merged(
        _extract("a", [("Anna Bell", "PERSON", "", "", "navy")], "2018-11-27"),
        _extract("b", [("Anna Bell", "PERSON", "", "", "senate")], "2019"),
    )
    assert merged == {"~anna-bell"}


def test_who_is_of_another_state_does_not_compete_for_a_surname() -> None:
    two = _extract("a", [("Anna Bell", "PERSON", "RUS"), ("Carl Bell", "PERSON", "USA")])
    assert _merged(two, _extract("b", [("Bell", "PERSON", "RUS")])) == {"~anna-bell", "~carl-bell"}


def _circle(doc: str, *named: tuple[str, str, str], circle: int = 2) -> Extraction:
    """A document that also names others whom only the documents of its circle name."""
    others = [("Otto Lindgren", "PERSON", ""), ("Eva Marsh", "PERSON", ""), ("Ida Stroem", "PERSON", "")]
    return _extract(doc, [*named, *others[:circle]])


def _ids(merged: set[str]) -> set[str]:
    return {key for key in merged if not key.startswith(("~otto", "~eva", "~ida"))}


def test_a_surname_that_documents_of_one_circle_name_is_one_person() -> None:
    documents = [_circle(doc, ("Hollendorf", "PERSON", "")) for doc in "cab"]
    assert _ids(_merged(*documents)) == {"~hollendorf@a+"}
    assert _ids(_merged(*documents, _extract("d", [("Hollendorf", "PERSON", "")]))) == {
        "~hollendorf@a+",
        "~hollendorf@d",
    }


def test_one_name_in_common_is_no_circle() -> None:
    documents = [_circle(doc, ("Hollendorf", "PERSON", ""), circle=1) for doc in "ab"]
    assert _ids(_merged(*documents)) == {"~hollendorf@a", "~hollendorf@b"}


def test_a_frequent_surname_needs_a_larger_circle() -> None:
    def run(circle: int) -> set[str]:
        return _ids(_merged(*(_circle(doc, ("Bell", "PERSON", ""), circle=circle) for doc in "ab")))

    assert run(2) == {"~bell@a", "~bell@b"}
    assert run(3) == {"~bell@a+"}


def test_a_surname_joins_the_full_name_its_circle_knows() -> None:
    full = _circle("a", ("Gustav Hollendorf", "PERSON", ""))
    other = _extract("c", [("Mario Hollendorf", "PERSON", "")])
    surname = _circle("b", ("Hollendorf", "PERSON", ""))
    assert _ids(_merged(full, surname, other)) == {"~gustav-hollendorf", "~mario-hollendorf"}


def test_a_surname_joins_the_known_person_of_its_circle() -> None:
    person = Entity("gustav-hollendorf", "Gustav Hollendorf", "PERSON")
    first = _circle("a")
    first = Extraction(first.document, (), (*first.entities, person), (), ())
    merged = merge_local([first, _circle("b", ("Hollendorf", "PERSON", ""))])
    assert merged["b#hollendorf-person"] == person


def test_two_forms_of_a_given_name_are_one_person_in_one_circle() -> None:
    names = ("Bill Hollendorf", "PERSON", ""), ("William Hollendorf", "PERSON", "")
    assert len(_ids(_merged(*map(_circle, "ab", names)))) == 1
    assert len(_ids(_merged(*(_extract(doc, [name]) for doc, name in zip("ab", names, strict=True))))) == 2


def test_a_general_name_is_not_one_body_everywhere() -> None:
    documents = [_extract(doc, [("Advisory Committee", "ORG", "")]) for doc in "ab"]
    assert _merged(*documents) == {"~advisory-committee@a", "~advisory-committee@b"}


def test_a_general_name_joins_the_body_that_its_document_or_circle_names_in_full() -> None:
    full = _circle("a", ("Harbour Advisory Committee", "ORG", ""), ("Advisory Committee", "ORG", ""))
    short = _circle("b", ("Advisory Committee", "ORG", ""))
    other = _extract("c", [("Advisory Committee on Fisheries", "ORG", "")])
    assert _ids(_merged(full, short, other)) == {
        "~harbour-advisory-committee",
        "~advisory-committee-on-fisheries",
    }


COPIED = "The rebels said on Monday that they would leave the old town."


def _copy(doc: str, text: str, state: str = "") -> Extraction:
    entity = Entity(f"{doc}#rebels", "rebels", "GROUP", state=state)
    mention = Mention(4, 10, "rebels", "description", "GROUP")
    sentences = (Sentence(0, len(text), 0),)
    return Extraction(
        Document(doc, text), sentences, (entity,), (Link(mention, entity.id, "description"),), ()
    )


def test_what_a_copied_sentence_names_is_one() -> None:
    assert _merged(_copy("a", COPIED), _copy("b", COPIED)) == {"~rebels@a+"}
    assert _merged(_copy("a", COPIED), _copy("b", "The rebels said nothing at all to us today.")) == {
        "~rebels@a",
        "~rebels@b",
    }
    assert len(_merged(_copy("a", COPIED, "RUS"), _copy("b", COPIED, "USA"))) == 2


def test_a_short_sentence_is_no_copy() -> None:
    assert len(_merged(_copy("a", "The rebels left."), _copy("b", "The rebels left."))) == 2
