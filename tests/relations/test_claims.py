"""What a claim carries beside its relation: spans, valence, rule and time."""

from collections.abc import Callable

import pytest

from kg.model import Claim

pytestmark = pytest.mark.model


def test_the_spans_of_a_claim_cut_out_the_text(read_claims: Callable[[str], list[Claim]]) -> None:
    text = "A first sentence.\n\nMoscow\u2019s forces, Merkel said, attacked Ukraine's ships."
    (claim,) = read_claims(text)
    assert text[claim.start : claim.end] == claim.sentence == text.split("\n\n")[1]
    assert text[claim.cue_start : claim.cue_end] == claim.cue == "attacked"
    assert (text[claim.source_start : claim.source_end], text[claim.target_start : claim.target_end]) == (
        "Moscow",
        "Ukraine",
    )


@pytest.mark.parametrize(
    ("sentence", "valence"),
    [
        ("The Kremlin trusts China.", "positive"),
        ("The Kremlin doesn't trust China.", "negative"),
        ("Moscow sees China as a reliable partner.", "positive"),
        ("Moscow sees China as a threat.", "negative"),
    ],
)
def test_an_attitude_has_a_valence(
    read_claims: Callable[[str], list[Claim]], sentence: str, valence: str
) -> None:
    (claim,) = read_claims(sentence)
    assert (claim.type, claim.valence) == ("REGARDS", valence)


def test_a_claim_names_the_rule_that_made_it(read_claims: Callable[[str], list[Claim]]) -> None:
    (claim,) = read_claims("France imposed sanctions on Iran.")
    assert claim.rule.startswith("verb: A impose sanction/")


@pytest.mark.parametrize(
    ("sentence", "interval"),
    [
        ("Russia annexed Crimea in March 2014.", ("2014-03-01", "2014-03-31")),
        ("Russia annexed Crimea on 18 March 2014.", ("2014-03-18", "2014-03-18")),
        ("Last year France recognised Kosovo.", ("2017-01-01", "2017-12-31")),
        ("France recognised Kosovo.", (None, None)),
    ],
)
def test_the_time_of_an_event_is_an_interval(
    read_claims: Callable[[str], list[Claim]], sentence: str, interval: tuple[str | None, str | None]
) -> None:
    (claim,) = read_claims(sentence)
    assert (claim.time_start, claim.time_end) == interval


def test_claims_of_one_pronoun_for_two_have_ids_of_their_own(
    read_claims: Callable[[str], list[Claim]],
) -> None:
    claims = read_claims(
        "France and Germany met in Paris. Later they attacked Syria and their envoy met Iran."
    )
    ids = [claim.id for claim in claims]
    assert len(claims) > 2
    assert len(set(ids)) == len(ids)


def test_what_is_quoted_in_a_later_sentence_has_its_speaker(
    read_claims: Callable[[str], list[Claim]],
) -> None:
    claims = read_claims('"Russia violated the INF Treaty," Trump said. "China attacked India."')
    assert [claim.holders for claim in claims] == [("donald-trump",), ("donald-trump",)]


def test_a_denial_after_the_claim_is_a_claim_of_its_own(read_claims: Callable[[str], list[Claim]]) -> None:
    told, denied = read_claims("Ukraine says that Russia attacked Georgia, which the Kremlin denied.")
    assert (told.polarity, told.holders) == ("affirmed", ("UKR",))
    assert (denied.polarity, denied.holders, denied.cue) == ("negated", ("RUS",), "denied")
