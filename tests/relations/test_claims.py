"""Sentences as a reader reads them: all their claims and no others, with status and holder."""

from collections.abc import Callable

import pytest

from kg.model import Claim

pytestmark = pytest.mark.model

# fmt: off
SENTENCES: dict[str, list[tuple[str, set[str]]]] = {
    "active": [
        ("Russia annexed Crimea in 2014.", {"RUS COERCE crimea"}),
        ("France has recognised Kosovo.", {"FRA SUPPORT XKX"}),
        ("Turkey shot down a Russian warplane.", {"TUR ASSAULT RUS"}),
        ("China sells weapons to Pakistan.", {"CHN COOPERATE PAK"}),
        ("Japan gave Vietnam aid.", {"JPN AID VNM"}),
        ("Russia borders Finland.", {"RUS BORDERS FIN"}),
        ("The European Union lifted sanctions on Belarus.", {"eu CONCEDE BLR"}),
        (
            "The United States imposed sanctions on Iran and North Korea.",
            {"USA SANCTION IRN", "USA SANCTION PRK"},
        ),
        ("Saudi Arabia cut ties with Qatar.", {"SAU SANCTION QAT"}),
        ("Iran withdrew its troops from Syria.", {"IRN RETREAT SYR"}),
        ("Russian forces fired on and seized three Ukrainian ships.", {"RUS ASSAULT UKR", "RUS COERCE UKR"}),
        ("Moscow sees NATO as a threat.", {"RUS REGARDS nato"}),
        ("Russia deployed missiles in Kaliningrad.", {"RUS MOBILIZE kaliningrad"}),
        ("Russia rejected Ukraine's proposal.", {"RUS REJECT UKR"}),
    ],
    "passive": [
        ("Crimea was annexed by Russia.", {"RUS COERCE crimea"}),
        ("Sanctions were imposed on Russia by the European Union.", {"eu SANCTION RUS"}),
    ],
    "shared": [
        ("Norway and Russia share a border.", {"NOR BORDERS RUS"}),
        ("Russia and Iran are allies in Syria.", {"RUS ALLY_OF IRN"}),
        ("Talks between Iran and Saudi Arabia collapsed.", {"IRN CONSULT SAU"}),
        ("Iran forced Turkey to withdraw from Mosul.", {"IRN COERCE TUR", "TUR RETREAT mosul"}),
        (
            "Vladimir Putin, who met Angela Merkel in Sochi, praised Xi Jinping.",
            {"vladimir-putin CONSULT angela-merkel", "vladimir-putin SUPPORT xi-jinping"},
        ),
        (
            "Having saved Bashar al-Assad, Russia wants to leave Syria.",
            {"RUS AID bashar-al-assad", "RUS RETREAT SYR (desired)"},
        ),
        ("Syria, an ally of Iran, attacked Israel.", {"SYR ALLY_OF IRN", "SYR ASSAULT ISR"}),
    ],
    "roles": [
        (
            "Russian President Vladimir Putin condemned the United States.",
            {"vladimir-putin ACCUSE USA", "vladimir-putin LEADS RUS"},
        ),
        (
            "Angela Merkel, the German chancellor, thanked Greece.",
            {"angela-merkel LEADS DEU", "angela-merkel SUPPORT GRC"},
        ),
        (
            "Jens Stoltenberg, secretary general of NATO, visited Kiev.",
            {"jens-stoltenberg CONSULT UKR", "jens-stoltenberg LEADS nato"},
        ),
        ("Russia is an ally of Syria.", {"RUS ALLY_OF SYR"}),
        ("China is wary of Japan.", {"CHN REGARDS JPN"}),
    ],
    "nouns": [
        ("U.S. sanctions on Iran angered China.", {"CHN REGARDS USA", "USA SANCTION IRN"}),
        (
            "Russia's annexation of Crimea alarmed Germany.",
            {"DEU REGARDS annexation-of-crimea", "RUS COERCE crimea"},
        ),
        ("The U.S.-Russian arms race is already back on.", {"USA ADVERSARY_OF RUS"}),
    ],
    "treaties": [
        (
            "Donald Trump pulled the United States out of the Paris Agreement.",
            {"donald-trump WITHDRAWS_FROM paris-agreement"},
        ),
        ("The United States withdrew from the JCPOA in May 2018.", {"USA WITHDRAWS_FROM jcpoa"}),
        ("Russia signed the Paris Agreement.", {"RUS PARTY_TO paris-agreement"}),
        ("Congress passed CAATSA.", {"us-congress ADOPTS caatsa"}),
        ("Iran complied with the JCPOA.", {"IRN UPHOLDS jcpoa"}),
        (
            "Russia and Turkey brokered the Astana process.",
            {"RUS NEGOTIATES astana-process", "TUR NEGOTIATES astana-process"},
        ),
    ],
    "negated": [
        ("Turkey did not recognise Kosovo.", {"TUR SUPPORT XKX (denied)"}),
        ("Iran has never threatened Brazil.", {"IRN THREATEN BRA (denied)"}),
        ("China refused to condemn Russia.", {"CHN ACCUSE RUS (denied)", "CHN REJECT RUS"}),
        ("Germany failed to persuade Turkey.", {"DEU REQUEST TUR (denied)"}),
        (
            "Russia neither invaded nor threatened Georgia.",
            {"RUS COERCE GEO (denied)", "RUS THREATEN GEO (denied)"},
        ),
        ("Russia has not reneged on the INF Treaty.", {"RUS VIOLATES inf-treaty (denied)"}),
        ("Turkey stopped supporting the Free Syrian Army.", {"TUR SUPPORT free-syrian-army (denied)"}),
        (
            "Without consulting NATO, Turkey withdrew from Syria.",
            {"TUR CONSULT nato (denied)", "TUR RETREAT SYR"},
        ),
        ("The Kremlin doesn't trust Washington.", {"RUS REGARDS USA (denied)"}),
    ],
    "denied": [
        ("Israel denies that it attacked Syria.", {"ISR ASSAULT SYR (attributed, denied) by ISR"}),
        (
            "The Kremlin denied that Russia had attacked Georgia.",
            {"RUS ASSAULT GEO (attributed, denied) by RUS"},
        ),
        (
            "Russia insists that it has not violated the INF Treaty.",
            {"RUS VIOLATES inf-treaty (attributed, denied) by RUS"},
        ),
        ("It is unlikely that Russia will leave Crimea.", {"RUS RETREAT crimea (denied, possible)"}),
    ],
    "desired": [
        (
            "Japan wants China to release South Korea's ships.",
            {"CHN RETREAT KOR (attributed, desired) by JPN"},
        ),
        (
            "Ukraine wants to join NATO and leave the Commonwealth of Independent States.",
            {"UKR MEMBER_OF cis (desired)", "UKR MEMBER_OF nato (desired)"},
        ),
        (
            "Vladimir Putin urged Donald Trump to extend New START.",
            {
                "donald-trump NEGOTIATES new-start (attributed, desired) by vladimir-putin",
                "vladimir-putin REQUEST donald-trump",
            },
        ),
        ("Should France support Ukraine?", {"FRA SUPPORT UKR (desired)"}),
        (
            "Germany wants Russia to withdraw its troops from Ukraine.",
            {"RUS RETREAT UKR (attributed, desired) by DEU"},
        ),
    ],
    "possible": [
        ("Ukraine may join NATO.", {"UKR MEMBER_OF nato (possible)"}),
        ("Turkey could block Sweden.", {"TUR REJECT SWE (possible)"}),
        (
            "Iran would attack Israel if the United States invaded Syria.",
            {"IRN ASSAULT ISR (possible)", "USA COERCE SYR (possible)"},
        ),
        (
            "If China invades Taiwan, Japan will help the United States.",
            {"CHN COERCE TWN (possible)", "JPN AID USA (possible)"},
        ),
        ("Hungary is expected to leave the European Union.", {"HUN MEMBER_OF eu (possible)"}),
        ("North Korea threatened to attack South Korea.", {"PRK ASSAULT KOR (possible)", "PRK THREATEN KOR"}),
        ("France could impose new sanctions on Iran.", {"FRA SANCTION IRN (possible)"}),
    ],
    "asked": [
        ("Did Russia attack Georgia?", {"RUS ASSAULT GEO (asked)"}),
        ("Why did Russia invade Ukraine?", {"RUS COERCE UKR"}),
        ("Is Russia worried about Turkey?", {"RUS REGARDS TUR (asked)"}),
        (
            "Was Russia surprised that the United States pulled out of the INF Treaty?",
            {"USA WITHDRAWS_FROM inf-treaty"},
        ),
    ],
    "reported": [
        (
            "Angela Merkel said that Russia had attacked Ukraine.",
            {"RUS ASSAULT UKR (attributed) by angela-merkel"},
        ),
        (
            "Emmanuel Macron believes that Turkey violated the Paris Agreement.",
            {"TUR VIOLATES paris-agreement (attributed) by emmanuel-macron"},
        ),
        (
            "According to Vladimir Putin, the United States broke the INF Treaty.",
            {"USA VIOLATES inf-treaty (attributed) by vladimir-putin"},
        ),
        ("In Moscow's view, NATO threatens Russia.", {"nato THREATEN RUS (attributed) by RUS"}),
        (
            "Barack Obama accused Russia of violating the INF Treaty.",
            {"RUS VIOLATES inf-treaty (attributed) by barack-obama", "barack-obama ACCUSE RUS"},
        ),
        ("Emmanuel Macron knows that Russia violated the INF Treaty.", {"RUS VIOLATES inf-treaty"}),
        (
            "Hassan Rouhani fears that Israel will attack Iran.",
            {"ISR ASSAULT IRN (attributed, possible) by hassan-rouhani"},
        ),
    ],
}
# fmt: on
CASES = [
    pytest.param(sentence, claims, id=f"{kind}: {sentence}")
    for kind, cases in SENTENCES.items()
    for sentence, claims in cases
]


@pytest.mark.parametrize(("sentence", "claims"), CASES)
def test_a_sentence_gives_its_claims_and_no_others(
    read_lines: Callable[[str], set[str]], sentence: str, claims: set[str]
) -> None:
    assert read_lines(sentence) == claims


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
