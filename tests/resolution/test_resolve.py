"""Names, metonyms, offices, descriptions and pronouns resolve; each link tells how."""

import pytest

from kg.model import Block, Document, Mention
from kg.resolution import resolve

AGREED = """
    Moscow PROPN NNP nsubj 1
    agreed VERB VBD ROOT 1 agree
    . PUNCT . punct 1
"""
FLEW = """
    Putin PROPN NNP nsubj 1
    flew VERB VBD ROOT 1 fly
    to ADP IN prep 1
    Moscow PROPN NNP pobj 2
    . PUNCT . punct 1
"""


def test_every_link_names_a_known_entity_and_cuts_the_text(read) -> None:
    text, found = read(FLEW, ("Putin", "PERSON", "vladimir-putin"), ("Moscow", "PLACE", "RUS"))
    known = {entity.id for entity in found.entities}
    assert all(link.entity in known for link in found.links)
    assert all(text[link.mention.start : link.mention.end] == link.mention.text for link in found.links)


def test_a_capital_that_acts_is_its_state(read) -> None:
    _, found = read(AGREED, ("Moscow", "PLACE", "RUS"))
    (link,) = found.links
    assert (link.entity, link.mention.kind, link.metonymic, link.method) == (
        "RUS",
        "metonym",
        True,
        "metonym",
    )


def test_a_capital_one_flies_to_is_a_place(read) -> None:
    _, found = read(FLEW, ("Moscow", "PLACE", "RUS"))
    (link,) = found.links
    (place,) = found.entities
    assert (link.metonymic, place.type, place.state) == (False, "PLACE", "RUS")


def test_separate_metonyms_are_nodes_of_their_own(lexicon, read, parse_lines) -> None:
    text, _ = read(AGREED)
    document = Document("d", text, blocks=(Block(0, len(text)),))
    mention = Mention(0, 6, "Moscow", "name", "PLACE", ("RUS",))
    found = resolve(parse_lines(AGREED), document, [mention], lexicon, metonyms="separate")
    assert [link.entity for link in found.links] == ["seat:moscow"]
    assert [(entity.id, entity.state) for entity in found.entities] == [
        ("RUS", "RUS"),
        ("seat:moscow", "RUS"),
    ]


@pytest.mark.parametrize(("name", "seat"), [("Kiev", "seat:kyiv"), ("Bankova", "seat:bankova")])
def test_two_spellings_of_a_capital_are_one_seat(lexicon, parse_lines, name: str, seat: str) -> None:
    doc = parse_lines(AGREED.replace("Moscow", name))
    document = Document("d", doc.text, blocks=(Block(0, len(doc.text)),))
    mention = Mention(0, len(name), name, "metonym", "STATE", ("UKR",))
    found = resolve(doc, document, [mention], lexicon, metonyms="separate")
    assert [(link.entity, found.entities[-1].name) for link in found.links] == [
        (seat, seat.removeprefix("seat:").title())
    ]


@pytest.mark.parametrize(
    ("date", "holder"), [("2018-11-27", "vladimir-putin"), ("2010-01-01", "dmitry-medvedev")]
)
def test_an_office_is_its_holder_at_the_date(read, told, date: str, holder: str) -> None:
    result = read(
        """
        The DET DT det 2
        Russian ADJ JJ amod 2
        president NOUN NN nsubj 3
        left VERB VBD ROOT 3 leave
        """,
        ("Russian", "STATE", "RUS", "demonym"),
        date=date,
    )
    assert told(result) == [("Russian president", holder), ("Russian", "RUS")]


def test_a_former_holder_is_left_alone(read) -> None:
    _, found = read(
        """
        The DET DT det 3
        former ADJ JJ amod 3
        Russian ADJ JJ amod 3
        president NOUN NN nsubj 4
        left VERB VBD ROOT 4 leave
        """,
        ("Russian", "STATE", "RUS", "demonym"),
    )
    assert [link.entity for link in found.links] == ["RUS"]


def test_a_surname_is_the_person_named_in_full(read, told) -> None:
    result = read(
        """
        Anna PROPN NNP compound 1
        Bell PROPN NNP nsubj 2
        left VERB VBD ROOT 2 leave
        . PUNCT . punct 2
        |
        Bell PROPN NNP nsubj 5
        returned VERB VBD ROOT 5 return
        """,
        ("Anna Bell", "PERSON", ""),
        ("Bell", "PERSON", ""),
        ("Bell", "PERSON", ""),
    )
    assert {entity for _, entity in told(result)} == {"d#anna-bell"}


@pytest.mark.parametrize(("other", "meant"), [("Tbilisi", "GEO"), ("American", "georgia-us")])
def test_a_homonym_follows_its_company(read, told, other: str, meant: str) -> None:
    companion = (other, "PLACE", "GEO") if other == "Tbilisi" else (other, "STATE", "USA", "demonym")
    result = read(
        f"""
        {other} PROPN NNP nsubj 1
        left VERB VBD ROOT 1 leave
        Georgia PROPN NNP dobj 1
        """,
        companion,
        ("Georgia", "STATE", "GEO georgia-us"),
    )
    assert told(result)[-1] == ("Georgia", meant)


def test_two_countries_are_the_two_named_before(read, told) -> None:
    result = read(
        """
        Russia PROPN NNP nsubj 3
        and CCONJ CC cc 0
        Ukraine PROPN NNP conj 0
        talked VERB VBD ROOT 3 talk
        . PUNCT . punct 3
        |
        The DET DT det 7
        two NUM CD nummod 7
        countries NOUN NNS nsubj 8 country
        agreed VERB VBD ROOT 8 agree
        """,
        ("Russia", "STATE", "RUS"),
        ("Ukraine", "STATE", "UKR"),
    )
    assert told(result)[2:] == [("two countries", "RUS"), ("two countries", "UKR")]


def test_the_treaty_is_the_one_named_before(read, told) -> None:
    result = read(
        """
        They PRON PRP nsubj 1
        signed VERB VBD ROOT 1 sign
        the DET DT det 4
        INF PROPN NNP compound 4
        Treaty PROPN NNP dobj 1
        . PUNCT . punct 1
        |
        The DET DT det 7
        treaty NOUN NN nsubj 8
        held VERB VBD ROOT 8 hold
        """,
        ("INF Treaty", "TREATY", "inf-treaty"),
    )
    assert told(result) == [("INF Treaty", "inf-treaty"), ("treaty", "inf-treaty")]


def test_he_is_the_man_who_was_subject(read, told) -> None:
    result = read(
        """
        Putin PROPN NNP nsubj 1
        met VERB VBD ROOT 1 meet
        Angela PROPN NNP compound 3
        Merkel PROPN NNP dobj 1
        . PUNCT . punct 1
        |
        He PRON PRP nsubj 6
        smiled VERB VBD ROOT 6 smile
        """,
        ("Putin", "PERSON", "vladimir-putin"),
        ("Angela Merkel", "PERSON", ""),
    )
    assert told(result)[-1] == ("He", "vladimir-putin")


def test_an_object_pronoun_is_not_the_subject_of_its_clause(read) -> None:
    _, found = read(
        """
        Putin PROPN NNP nsubj 1
        saw VERB VBD ROOT 1 see
        him PRON PRP dobj 1
        """,
        ("Putin", "PERSON", "vladimir-putin"),
    )
    assert [link.mention.text for link in found.links] == ["Putin"]
    assert [left.text for left in found.unresolved] == ["him"]


def test_an_object_pronoun_is_not_the_subject_of_the_verb_above(read) -> None:
    _, found = read(
        """
        Putin PROPN NNP nsubj 1
        tried VERB VBD ROOT 1 try
        to PART TO aux 3
        help VERB VB xcomp 1
        him PRON PRP dobj 3
        """,
        ("Putin", "PERSON", "vladimir-putin"),
    )
    assert [left.text for left in found.unresolved] == ["him"]


def test_an_empty_it_stands_for_nothing(read) -> None:
    _, found = read(
        """
        Russia PROPN NNP nsubj 1
        waits VERB VBZ ROOT 1 wait
        . PUNCT . punct 1
        |
        It PRON PRP nsubj 4
        is AUX VBZ ROOT 4 be
        clear ADJ JJ acomp 4
        that SCONJ IN mark 8
        talks NOUN NNS nsubj 8 talk
        failed VERB VBD ccomp 4 fail
        """,
        ("Russia", "STATE", "RUS"),
    )
    assert [(left.text, left.reason) for left in found.unresolved] == [("It", "it stands for nothing")]


def test_a_speaker_is_the_person_of_the_turn(lexicon, parse_lines) -> None:
    doc = parse_lines(AGREED)
    document = Document("d", doc.text, blocks=(Block(0, len(doc.text), speaker=(0, 6)),))
    found = resolve(doc, document, [], lexicon)
    assert found.speakers == {0: "d#moscow"}
    assert [entity.type for entity in found.entities] == ["PERSON"]


def test_resolving_twice_gives_the_same(read) -> None:
    first = read(FLEW, ("Putin", "PERSON", "vladimir-putin"), ("Moscow", "PLACE", "RUS"))
    assert first == read(FLEW, ("Putin", "PERSON", "vladimir-putin"), ("Moscow", "PLACE", "RUS"))


def test_an_owner_joined_to_its_own_is_the_antecedent(read, told) -> None:
    result = read(
        """
        Russia PROPN NNP nsubj 1
        fears VERB VBZ ROOT 1 fear
        Ukraine PROPN NNP dobj 1
        and CCONJ CC cc 2
        its PRON PRP$ poss 5
        allies NOUN NNS conj 2 ally
        """,
        ("Russia", "STATE", "RUS"),
        ("Ukraine", "STATE", "UKR"),
    )
    assert told(result)[-1] == ("its", "UKR")


def test_they_are_the_two_of_the_sentence(read, told) -> None:
    result = read(
        """
        Russia PROPN NNP nsubj 1
        told VERB VBD ROOT 1 tell
        Ukraine PROPN NNP dobj 1
        they PRON PRP nsubj 4
        are AUX VBP ccomp 1 be
        neighbors NOUN NNS attr 4 neighbor
        """,
        ("Russia", "STATE", "RUS"),
        ("Ukraine", "STATE", "UKR"),
    )
    assert told(result)[2:] == [("they", "RUS"), ("they", "UKR")]


def test_what_two_states_sign_is_a_treaty_of_theirs(read, told) -> None:
    _, found = read(
        """
        Russia PROPN NNP nsubj 3
        and CCONJ CC cc 0
        Ukraine PROPN NNP conj 0
        signed VERB VBD ROOT 3 sign
        informal ADJ JJ amod 5
        protocols NOUN NNS dobj 3 protocol
        """,
        ("Russia", "STATE", "RUS"),
        ("Ukraine", "STATE", "UKR"),
    )
    (treaty,) = [entity for entity in found.entities if entity.type == "TREATY"]
    assert treaty.name == "informal protocols of Russia and Ukraine"


def test_a_collective_belongs_to_its_state_and_sector(read) -> None:
    text = """
        Russian ADJ JJ amod 1
        rebels NOUN NNS nsubj 2 rebel
        left VERB VBD ROOT 2 leave
    """
    rebels = ("Russian rebels", "GROUP", "REB", "description", "collective")
    _, found = read(text, rebels, ("Russian", "STATE", "RUS", "demonym"))
    (group,) = [entity for entity in found.entities if entity.type == "GROUP"]
    assert (group.id, group.name, group.state, group.sector) == ("RUS:REB", "Russian rebels", "RUS", "REB")


@pytest.mark.model
def test_a_text_read_by_the_model(lexicon) -> None:
    from kg.ner import find_mentions, load_nlp, parse

    text = (
        "Vladimir Putin met the U.S. president in Moscow. Putin said that he would keep the INF Treaty. "
        "Russian rebels rejected the treaty."
    )
    document = Document("d", text, date="2018-11-27", blocks=(Block(0, len(text)),))
    ((_, doc),) = parse(load_nlp("md"), [(document, text)])
    found = resolve(doc, document, find_mentions(doc, document, lexicon), lexicon)
    told = [(link.mention.text, link.entity) for link in found.links]
    assert ("he", "vladimir-putin") in told
    assert ("treaty", "inf-treaty") in told
    assert ("Russian rebels", "RUS:REB") in told
    assert ("Moscow", "place:moscow") in told
