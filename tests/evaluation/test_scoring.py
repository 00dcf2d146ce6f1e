"""Laws of the scores: what is dropped, flipped, turned or reordered changes what it should and no more."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.evaluation import Figures, Scores

Line = dict[str, Any]
Scorer = Callable[..., Scores]
STATES = ("Ruritania", "Graustark", "Kravonia", "Sylvania")
law = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def write_case(drawn: list[tuple[Any, ...]]) -> SimpleNamespace:
    """A document of one claim a sentence, with its gold."""
    text, mentions, claims = "", [], []
    for number, (ends, kind, polarity, modality, holder) in enumerate(drawn):
        sentence = f"{ends[0]} and {ends[1]}, note {number}."
        start = len(text)
        for name in ends:
            place = start + sentence.index(name)
            mentions.append(
                {"doc": "a.txt", "start": place, "end": place + len(name), "text": name, "kind": "name"}
            )
            mentions[-1]["entity"] = name
        claim = {"doc": "a.txt", "start": start, "end": start + len(sentence), "sentence": sentence}
        claim |= {"source": ends[0], "type": kind, "target": ends[1], "cue": "note"}
        claims.append(claim | {"polarity": polarity, "modality": modality, "holder": holder})
        text += sentence + "\n"
    return SimpleNamespace(texts={"a.txt": text}, mentions=mentions, claims=claims)


cases = st.builds(
    write_case,
    st.lists(
        st.tuples(
            st.permutations(STATES).map(lambda names: tuple(names[:2])),
            st.sampled_from(("THREATEN", "SANCTION", "COOPERATE", "REGARDS")),
            st.sampled_from(("affirmed", "negated")),
            st.sampled_from(("asserted", "desired", "possible", "asked")),
            st.sampled_from((None, *STATES)),
        ),
        min_size=2,
        max_size=5,
    ),
)


def evaluate_case(score: Scorer, case: SimpleNamespace, **found: list[Line]) -> Figures:
    kept = SimpleNamespace(mentions=case.mentions, claims=case.claims)
    kept.__dict__.update(found)
    return score(case.texts, kept, mentions=case.mentions, claims=case.claims).overall


def list_all(figures: Figures) -> set[float | None]:
    groups = (figures.mention_types, figures.claim_types)
    scores = [figures.mentions, figures.pair, figures.type, figures.full, figures.holder]
    scores += [score for group in groups for score in group.values()]
    shares = [*figures.mention_kinds.values(), *figures.qualifiers.values()]
    return {figure for one in scores for figure in (one.precision, one.recall, one.f1)} | {
        one.share for one in shares
    }


@law
@given(case=cases)
def test_gold_against_itself_is_right_everywhere(score: Scorer, case: SimpleNamespace) -> None:
    scores = score(case.texts, case, mentions=case.mentions, claims=case.claims)
    for part in (scores.overall, *scores.documents.values()):
        assert list_all(part) <= {1.0, None}
        assert part.mentions.f1 == part.full.f1 == 1.0
    assert scores.misses == ()


@law
@given(case=cases, data=st.data())
def test_a_claim_that_is_not_found_lowers_recall_alone(
    score: Scorer, case: SimpleNamespace, data: st.DataObject
) -> None:
    dropped = data.draw(st.integers(0, len(case.claims) - 1))
    figures = evaluate_case(score, case, claims=case.claims[:dropped] + case.claims[dropped + 1 :])
    expected = (len(case.claims) - 1) / len(case.claims)
    for part in (figures.pair, figures.type, figures.full):
        assert (part.precision, part.recall) == (1.0, expected)
    assert figures.mentions.f1 == 1.0


@law
@given(case=cases, data=st.data())
def test_a_flipped_polarity_lowers_full_and_not_type(
    score: Scorer, case: SimpleNamespace, data: st.DataObject
) -> None:
    flipped = data.draw(st.integers(0, len(case.claims) - 1))
    turned = {"affirmed": "negated", "negated": "affirmed"}
    claims = [
        claim | {"polarity": turned[claim["polarity"]]} if number == flipped else claim
        for number, claim in enumerate(case.claims)
    ]
    figures = evaluate_case(score, case, claims=claims)
    assert (figures.pair.f1, figures.type.f1) == (1.0, 1.0)
    assert figures.full.precision == figures.full.recall == (len(claims) - 1) / len(claims)


@law
@given(case=cases, data=st.data())
def test_the_order_of_lines_does_not_matter(
    score: Scorer, case: SimpleNamespace, data: st.DataObject
) -> None:
    found = SimpleNamespace(mentions=case.mentions[1:], claims=case.claims[1:])
    shuffled = SimpleNamespace(
        mentions=data.draw(st.permutations(found.mentions)), claims=data.draw(st.permutations(found.claims))
    )
    mentions, claims = data.draw(st.permutations(case.mentions)), data.draw(st.permutations(case.claims))
    assert score(case.texts, shuffled, mentions=mentions, claims=claims) == score(
        case.texts, found, mentions=case.mentions, claims=case.claims
    )


@law
@given(case=cases, data=st.data())
def test_a_turned_claim_keeps_its_pair_and_its_type_where_that_is_symmetric(
    score: Scorer, case: SimpleNamespace, data: st.DataObject
) -> None:
    turned = data.draw(st.integers(0, len(case.claims) - 1))
    claim = case.claims[turned]
    claims = [*case.claims]
    claims[turned] = claim | {"source": claim["target"], "target": claim["source"]}
    figures = evaluate_case(score, case, claims=claims)
    assert figures.pair.f1 == 1.0
    assert (figures.type.f1 == 1.0) == (claim["type"] == "COOPERATE")


@law
@given(case=cases, is_found=st.booleans())
def test_a_debatable_line_does_not_count_found_or_not(
    score: Scorer, case: SimpleNamespace, is_found: bool
) -> None:
    skipped = 0 if is_found else 1
    found = SimpleNamespace(mentions=case.mentions[skipped:], claims=case.claims[skipped:])
    mentions = [case.mentions[0] | {"debatable": True}, *case.mentions[1:]]
    claims = [case.claims[0] | {"debatable": True}, *case.claims[1:]]
    figures = score(case.texts, found, mentions=mentions, claims=claims).overall
    assert figures.mentions.f1 == figures.full.f1 == 1.0
    assert figures.mentions.found == len(mentions) - 1
    assert figures.full.found == len(claims) - 1


@law
@given(case=cases)
def test_a_false_claim_lowers_precision_alone(score: Scorer, case: SimpleNamespace) -> None:
    false = case.claims[0] | {"source": "Utopia"}
    figures = evaluate_case(score, case, claims=[*case.claims, false])
    expected = len(case.claims) / (len(case.claims) + 1)
    assert (figures.pair.precision, figures.pair.recall) == (expected, 1.0)


CASE = write_case([(("Ruritania", "Graustark"), "THREATEN", "affirmed", "asserted", "Kravonia")])


@pytest.mark.parametrize(
    ("gold", "found"),
    [
        ({"alt_source": ["Sylvania"]}, {"source": "Sylvania"}),
        ({"alt_target": ["Sylvania"]}, {"target": "Sylvania"}),
        ({"alt_type": ["SANCTION"]}, {"type": "SANCTION"}),
        ({"modality": ["possible", "desired"]}, {"modality": "desired"}),
        ({"polarity": ["+", "-"]}, {"polarity": "negated"}),
    ],
    ids=["source", "target", "type", "modality", "polarity"],
)
def test_an_alternative_is_as_good(score: Scorer, gold: Line, found: Line) -> None:
    lines = SimpleNamespace(mentions=[], claims=[CASE.claims[0] | found])
    assert score(CASE.texts, lines, claims=[CASE.claims[0] | gold]).overall.full.f1 == 1.0


@pytest.mark.parametrize(
    ("name", "gold", "found"),
    [
        ("valence", "negative", "neutral"),
        ("stage", "signed", "ratified"),
        ("time", "2018-07", "2018"),
        ("polarity", "affirmed", "negated"),
        ("modality", "asserted", "possible"),
    ],
)
def test_a_wrong_qualifier_shows_in_its_figure_and_among_the_misses(
    score: Scorer, name: str, gold: str, found: str
) -> None:
    lines = SimpleNamespace(mentions=[], claims=[CASE.claims[0] | {name: found}])
    scores = score(CASE.texts, lines, claims=[CASE.claims[0] | {name: gold}])
    assert scores.overall.qualifiers[name].share == 0.0
    assert scores.overall.type.f1 == 1.0
    assert [miss.kind for miss in scores.misses] == [f"wrong {name}"]


@pytest.mark.parametrize(
    ("holder", "figures"),
    [(None, (None, 0.0)), ("Sylvania", (0.0, 0.0)), ("Kravonia", (1.0, 1.0))],
    ids=["none", "another", "the right one"],
)
def test_holders_have_precision_and_recall(
    score: Scorer, holder: str | None, figures: tuple[float | None, float]
) -> None:
    lines = SimpleNamespace(mentions=[], claims=[CASE.claims[0] | {"holder": holder}])
    scored = score(CASE.texts, lines, claims=CASE.claims).overall.holder
    assert (scored.precision, scored.recall) == figures


def test_what_gold_has_no_file_for_is_not_scored(score: Scorer) -> None:
    figures = score(CASE.texts, CASE, claims=CASE.claims).overall
    assert (figures.mentions.found, figures.mentions.f1) == (0, None)


def test_an_alias_or_an_id_is_the_entity(score: Scorer) -> None:
    entities = [{"entity": "Realm", "type": "STATE", "aliases": ["id of Ruritania"]}]
    entities += [{"entity": "Grand Duchy", "aliases": ["the GRAUSTARK"]}, {"entity": "Kravonia"}]
    claims = [CASE.claims[0] | {"source": "Realm", "target": "Grand Duchy"}]
    assert score(CASE.texts, CASE, claims=claims, entities=entities).overall.full.f1 == 1.0


def test_only_annotated_passages_count(score: Scorer) -> None:
    case = write_case(
        [((STATES[n], STATES[n + 1]), "THREATEN", "affirmed", "asserted", None) for n in (0, 1)]
    )
    passages = [{"doc": "a.txt", "sentence": case.claims[0]["sentence"]}]
    scores = score(
        case.texts, case, claims=case.claims[:1], mentions=case.mentions[:2], passages=passages
    ).overall
    assert (scores.full.found, scores.full.f1) == (1, 1.0)
    assert (scores.mentions.found, scores.mentions.f1) == (2, 1.0)


def test_a_miss_says_what_was_found_instead(score: Scorer) -> None:
    lines = SimpleNamespace(mentions=[], claims=[CASE.claims[0] | {"type": "SANCTION"}])
    misses = score(CASE.texts, lines, claims=CASE.claims).misses
    assert [(miss.kind, miss.note) for miss in misses] == [
        ("false SANCTION", "Ruritania SANCTION Graustark"),
        ("missed THREATEN", "Ruritania THREATEN Graustark (“note”), found Ruritania SANCTION Graustark"),
    ]
    assert misses[0].sentence == CASE.claims[0]["sentence"]


def test_the_gold_of_the_project_agrees_with_itself(root: Path, score: Scorer, read_lines: Any) -> None:
    gold = {
        name: read_lines(root / f"tests/gold/{name}.jsonl") for name in ("mentions", "claims", "entities")
    }
    texts = {
        doc: (root / "seeds" / doc).read_text(encoding="utf-8")
        for doc in {line["doc"] for line in gold["mentions"]}
    }
    firm = {name: [line for line in gold[name] if not line.get("debatable")] for name in gold}
    scores = score(texts, SimpleNamespace(**firm), **gold)
    assert scores.misses == ()
    assert scores.overall.mentions.f1 == scores.overall.full.f1 == scores.overall.holder.f1 == 1.0
