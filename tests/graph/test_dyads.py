"""A dyad counts what is plainly told, once, in its month; everything else stands beside it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import RollUp, count_dyads
from kg.lexicon import Entry, Tenure
from kg.model import Entity

QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
BESIDE = ("attributed", "denied", "desired", "possible", "asked", "announced")


def only(dyads):
    (dyad,) = dyads
    return dyad


def test_events_are_counted_by_quad_class_and_scored(claim, corpus_of, types):
    corpus = corpus_of(
        {
            "a": [
                claim(1, "RUS", "AID", "SYR"),
                claim(2, "RUS", "SUPPORT", "SYR"),
                claim(3, "SYR", "ACCUSE", "RUS"),
            ]
        },
        dates={"a": "2018-11-27"},
    )
    dyad = only(count_dyads(corpus, types))
    assert (dyad.first, dyad.second, dyad.year, dyad.month) == ("RUS", "SYR", "2018", "2018-11")
    assert [getattr(dyad, name) for name in QUADS] == [1, 1, 1, 0]
    assert (dyad.events, dyad.by_first, dyad.by_second) == (3, 2, 1)
    assert (dyad.score_sum, dyad.score_mean, dyad.sign) == (7.5, 2.5, 1)


@pytest.mark.parametrize(
    ("values", "column"),
    [
        ({"holders": ("USA",)}, "attributed"),
        ({"polarity": "negated"}, "denied"),
        ({"polarity": "negated", "holders": ("USA",)}, "denied"),
        ({"modality": "desired", "holders": ("USA",)}, "desired"),
        ({"modality": "possible"}, "possible"),
        ({"modality": "asked"}, "asked"),
        ({"tense": "future"}, "announced"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_not_plainly_told_is_no_event(claim, corpus_of, types, values, column):
    dyad = only(count_dyads(corpus_of({"a": [claim(1, "RUS", "ASSAULT", "UKR", **values)]}), types))
    assert (dyad.events, dyad.score_sum, dyad.score_mean, dyad.sign, dyad.sources) == (0, 0, 0, 0, 0)
    assert {name: getattr(dyad, name) for name in BESIDE if getattr(dyad, name)} == {column: 1}


@pytest.mark.parametrize(
    ("start", "end", "date", "expected"),
    [
        ("2014-03-18", "2014-03-18", "2018-11-27", ("2014", "2014-03", "event")),
        ("2014-03-01", "2014-03-31", "2018-11-27", ("2014", "2014-03", "event")),
        ("2014-01-01", "2014-12-31", "2018-11-27", ("2014", "", "event")),
        ("1790-01-01", "1799-12-31", "2018-11-27", ("", "", "event")),
        ("2014-01-01", None, "2018-11-27", ("2014", "", "event")),
        ("2014-03-01", None, "2018-11-27", ("2014", "2014-03", "event")),
        (None, None, "2018-11-27", ("2018", "2018-11", "document")),
        (None, None, "2018", ("2018", "", "document")),
        (None, None, "=2018-11", ("", "", "")),
        (None, None, "2018-13", ("", "", "")),
        (None, None, None, ("", "", "")),
    ],
)
def test_the_month_is_the_events_and_else_the_documents(claim, corpus_of, types, start, end, date, expected):
    told = claim(1, "RUS", "AID", "SYR", time_start=start, time_end=end)
    dyad = only(count_dyads(corpus_of({"a": [told]}, dates={"a": date}), types))
    assert (dyad.year, dyad.month, dyad.dated_by) == expected


def test_copies_and_repeats_count_once_and_by_the_better_date(claim, corpus_of, types):
    said = {"sentence": "Russia shelled Ukraine."}
    corpus = corpus_of(
        {
            "copy": [claim(1, "RUS", "ASSAULT", "UKR", sentence="RUSSIA  shelled Ukraine")],
            "original": [
                claim(2, "RUS", "ASSAULT", "UKR", **said),
                claim(3, "RUS", "ASSAULT", "UKR", **said),
            ],
            "other": [claim(4, "RUS", "ASSAULT", "UKR", **said)],
        },
        groups={"copy": "original"},
        dates={"copy": "2018-12-01", "original": "2018-11-27", "other": "2018-11-28"},
    )
    dyad = only(count_dyads(corpus, types))
    assert (dyad.month, dyad.events, dyad.sources) == ("2018-11", 2, 2)


def test_both_acting_together_is_by_neither(claim, corpus_of, types):
    types = {**types, "CONSULT": replace(types["ALLY_OF"], name="CONSULT", family="verbal cooperation")}
    dyad = only(count_dyads(corpus_of({"a": [claim(1, "USA", "CONSULT", "RUS")]}), types))
    assert (dyad.first, dyad.events, dyad.by_first, dyad.by_second) == ("RUS", 1, 0, 0)


def test_what_is_backed_with_a_negative_attitude_is_conflict(claim, corpus_of, types):
    dyad = only(count_dyads(corpus_of({"a": [claim(1, "USA", "SUPPORT", "RUS", valence="negative")]}), types))
    assert (dyad.verbal_cooperation, dyad.verbal_conflict, dyad.sign) == (0, 1, -1)


def test_standing_relations_treaties_and_places_make_no_dyad(claim, corpus_of, types):
    corpus = corpus_of(
        {
            "a": [
                claim(1, "RUS", "ALLY_OF", "SYR"),
                claim(2, "RUS", "VIOLATES", "inf-treaty"),
                claim(3, "RUS", "ASSAULT", "aleppo"),
            ]
        }
    )
    entities = {**corpus.entities, "aleppo": Entity("aleppo", "Aleppo", "PLACE")}
    assert count_dyads(replace(corpus, entities=entities), types) == []


rows = st.lists(
    st.tuples(
        st.sampled_from(["RUS", "SYR", "UKR"]),
        st.sampled_from(["AID", "ACCUSE", "ASSAULT", "SUPPORT", "ALLY_OF"]),
        st.sampled_from(["USA", "FRA", "SYR"]),
        st.fixed_dictionaries(
            {
                "polarity": st.sampled_from(["affirmed", "negated"]),
                "modality": st.sampled_from(["asserted", "desired"]),
                "holders": st.sampled_from([(), ("IRN",)]),
                "time_start": st.sampled_from([None, "2014-03-01", "2015-01-01"]),
            }
        ),
    ),
    max_size=20,
)


@given(rows=rows, order=st.randoms(use_true_random=False))
def test_each_statement_of_an_action_is_in_one_row_and_one_column(claim, corpus_of, types, rows, order):
    claims = [claim(number, *row[:3], **row[3]) for number, row in enumerate(rows)]
    dyads = count_dyads(corpus_of({"a": claims}), types)
    actions = [row for row in rows if row[0] != row[2] and row[1] != "ALLY_OF"]
    assert sum(dyad.events + sum(getattr(dyad, name) for name in BESIDE) for dyad in dyads) == len(actions)
    assert all(dyad.events == sum(getattr(dyad, name) for name in QUADS) for dyad in dyads)
    assert len({(dyad.first, dyad.second, dyad.year, dyad.month) for dyad in dyads}) == len(dyads)
    order.shuffle(claims)
    assert count_dyads(corpus_of({"a": claims}), types) == dyads


def entry(entity, *tenures):
    return Entry(entity, (), tuple(Tenure(*tenure) for tenure in tenures))


ENTRIES = {
    item.entity.id: item
    for item in (
        entry(
            Entity("gorbachev", "Gorbachev", "PERSON", state="RUS"),
            ("president", "SUN", "1990-03-15", "1991-12-25"),
        ),
        entry(
            Entity("fogh", "Fogh", "PERSON", state="DNK"),
            ("prime minister", "DNK", "2001-11-27", "2009-04-05"),
            ("secretary general", "nato", "2009-08-01", "2014-09-30"),
        ),
        entry(Entity("senator", "Senator", "PERSON", state=""), ("senator", "senate", "2010", "")),
        entry(Entity("envoy", "Envoy", "PERSON", state="ITA"), ("envoy", "un", "", "")),
        entry(
            Entity("gorchakov", "Gorchakov", "PERSON", state="RUE"),
            ("foreign minister", "RUE", "1856", "1882"),
            ("foreign minister", "RUS", "1856", "1882"),
        ),
        entry(Entity("writer", "Writer", "PERSON", state="FRA")),
        entry(Entity("senate", "Senate", "ORG", subtype="parliament", state="USA")),
        entry(Entity("paper", "Paper", "ORG", subtype="media", state="USA")),
        entry(Entity("rebels", "Rebels", "GROUP", state="SYR")),
    )
}


@pytest.mark.parametrize(
    ("key", "date", "expected"),
    [
        ("gorbachev", "1991-08-19", "SUN"),
        ("gorbachev", "1991", "SUN"),
        ("gorbachev", "1996-06", "RUS"),
        ("gorbachev", "", "RUS"),
        ("fogh", "2005-01", "DNK"),
        ("fogh", "2010-01-01", "nato"),
        ("senator", "2018-11-27", "USA"),
        ("envoy", "2018-11-27", "un"),
        ("gorchakov", "1878-06", "RUE"),
        ("writer", "2018-11-27", "FRA"),
        ("senate", "", "USA"),
        ("paper", "2018-11-27", "paper"),
        ("rebels", "2018-11-27", "rebels"),
        ("~unknown", "2018-11-27", "~unknown"),
    ],
)
def test_a_person_or_organ_acts_for_a_state_at_the_date(key, date, expected):
    assert RollUp({}, ENTRIES).name_actor(key, date) == expected


def test_rolled_up_one_sentence_is_one_event_and_nobody_acts_upon_itself(claim, corpus_of, types):
    met = {"sentence": "Fogh and the Danes accused Russia."}
    corpus = corpus_of(
        {
            "a": [
                claim(1, "fogh", "ACCUSE", "RUS", **met),
                claim(2, "DNK", "ACCUSE", "RUS", **met),
                claim(3, "fogh", "ACCUSE", "DNK"),
            ]
        },
        dates={"a": "2005-01-01"},
    )
    dyad = only(count_dyads(corpus, types, acts_for=RollUp({}, ENTRIES).name_actor))
    assert (dyad.first, dyad.second, dyad.events) == ("DNK", "RUS", 1)
