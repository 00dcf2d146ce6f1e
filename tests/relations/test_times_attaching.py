"""A claim takes the time that belongs to its predicate, and no other date of the sentence."""

from collections.abc import Callable

import pytest

from kg.model import Claim

ReadClaims = Callable[[str], list[Claim]]
pytestmark = pytest.mark.model
NONE = (None, None)
# sentence, predicate, (start, end) of its claims
CASES = [
    # the predicate's own
    ("Russia annexed Crimea in March 2014.", "annexed", ("2014-03-01", "2014-03-31")),
    ("In 1812, the United States declared war on Britain.", "declared", ("1812-01-01", "1812-12-31")),
    ("Two weeks ago Russia attacked Ukraine.", "attacked", ("2018-11-12", "2018-11-18")),
    ("France attacked Germany on Monday.", "attacked", ("2018-11-26", "2018-11-26")),
    ("France will recognise Kosovo in May.", "recognise", ("2019-05-01", "2019-05-31")),
    ("By 1945 the Soviet Union had occupied Poland.", "occupied", ("", "1945-12-31")),
    ("Turkey has been a member of NATO since 1952.", "member", ("1952-01-01", "")),
    ("Russia and China signed a treaty in Moscow on 16 July 2001.", "signed", ("2001-07-16", "2001-07-16")),
    ("Iran, which attacked Iraq in 1980, criticised Israel.", "attacked", ("1980-01-01", "1980-12-31")),
    # of an event noun
    ("The 2014 annexation of Crimea by Russia alarmed NATO.", "annexation", ("2014-01-01", "2014-12-31")),
    ("Russia's 2008 invasion of Georgia alarmed NATO.", "invasion", ("2008-01-01", "2008-12-31")),
    ("The talks between Russia and Ukraine in March 2022 failed.", "talks", ("2022-03-01", "2022-03-31")),
    ("In 1971, the crisis led to a war between India and Pakistan.", "war", ("1971-01-01", "1971-12-31")),
    ("The United States imposed sanctions on Iran in 2012.", "imposed", ("2012-01-01", "2012-12-31")),
    # shared between clauses
    ("In 1785, Algeria attacked Spain and captured Malta.", "captured", ("1785-01-01", "1785-12-31")),
    ("Russia seized and held Crimea in 2014.", "seized", ("2014-01-01", "2014-12-31")),
    ("In 1867, Russia began to withdraw troops from China.", "withdraw", ("1867-01-01", "1867-12-31")),
    # around an event
    ("During the Cold War, the United States supported Pakistan.", "supported", ("1947-03-12", "1991-12-26")),
    ("The United States invaded Iraq after the Cold War.", "invaded", ("1991-12-27", "")),
    ("Following the coup of 1953, Britain recognised Iran.", "recognised", ("1953-01-01", "")),
    ("In the May 1999 elections, Ehud Barak defeated Netanyahu.", "defeated", ("1999-05-01", "1999-05-31")),
    # entries of a timeline
    ("1962: China invaded India.", "invaded", ("1962-01-01", "1962-12-31")),
    ("**1962**: China invaded India.", "invaded", ("1962-01-01", "1962-12-31")),
    ("**2 June** – Russia attacked Ukraine.", "attacked", ("2018-06-02", "2018-06-02")),
    # dates of something else
    ("Russia violated the 1987 INF Treaty.", "violated", NONE),
    ("Russia violated the 1987 INF Treaty in 2014.", "violated", ("2014-01-01", "2014-12-31")),
    ("The United States withdrew from the INF Treaty (1987).", "withdrew", NONE),
    ("Iran, which attacked Iraq in 1980, criticised Israel.", "criticised", NONE),
    ("When Iraq invaded Kuwait in 1990, Turkey criticised Iraq.", "criticised", NONE),
    ("Turkey, a member of NATO since 1952, criticised Israel.", "criticised", NONE),
    ("France attacked Germany, and Britain occupied Egypt in 1882.", "attacked", NONE),
    ("Russia attacked 2000 troops of Ukraine.", "attacked", NONE),
    ("France recognised Kosovo.", "recognised", NONE),
]


def _time(claim: Claim) -> tuple[str | None, str | None]:
    return claim.time_start, claim.time_end


@pytest.mark.parametrize(("sentence", "cue", "interval"), CASES, ids=[f"{c}: {s}" for s, c, _ in CASES])
def test_a_claim_has_the_time_of_its_predicate(
    read_claims: ReadClaims, sentence: str, cue: str, interval: tuple[str | None, str | None]
) -> None:
    claims = [claim for claim in read_claims(sentence) if cue in claim.cue and claim.type != "PART_OF"]
    assert {_time(claim) for claim in claims} == {interval}
    assert all(claim.time_text in sentence for claim in claims)


@pytest.mark.parametrize(
    ("text", "cue", "interval"),
    [
        (
            "In December 1979 Russia invaded Afghanistan. A month later, Britain criticised Moscow.",
            "criticised",
            ("1980-01-01", "1980-01-31"),
        ),
        (
            "In 1941 Germany attacked Greece. In June, Germany invaded Poland.",
            "invaded",
            ("1941-06-01", "1941-06-30"),
        ),
        ("In 1980 Iraq attacked Iran. Britain criticised Iraq.", "criticised", NONE),
    ],
)
def test_a_time_may_count_from_the_sentence_before(
    read_claims: ReadClaims, text: str, cue: str, interval: tuple[str | None, str | None]
) -> None:
    assert {_time(claim) for claim in read_claims(text) if claim.cue == cue} == {interval}


def test_a_relation_read_from_a_name_has_no_time(read_claims: ReadClaims) -> None:
    claims = read_claims("In 1917 the U.S. Senate attacked Germany.")
    assert {_time(claim) for claim in claims if claim.type == "PART_OF"} <= {NONE}
