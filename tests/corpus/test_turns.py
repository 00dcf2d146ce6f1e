"""Who speaks in which block of interviews, transcripts, round tables and speeches."""

import pytest

from kg.corpus import find_blocks

INTERVIEW = """Two experts explain the crisis.

Dana Trent, director of the Oslo Forum.

Why did Turkey leave the talks?

Turkey felt ignored. It left in May.

A View From Ankara

Ankara wanted guarantees. Who would not?

Lev Garin, senior fellow and chair of the Baltic Program at the Riga Institute.

Is Latvia afraid?

Latvia is not afraid."""

LABELLED = """REMARKS BY PRESIDENT OAKES

PRESIDENT OAKES: Good afternoon. We signed the treaty.

And we lifted the sanctions.

CHANCELLOR BRANDT (via interpreter): Germany supports Ukraine.

Q    Mr. President, will you go to Kyiv?

PRESIDENT OAKES: Yes. Who would not?

Q    Thank you."""


def turns(text, **options):
    blocks = find_blocks(text, **options)
    return [(b.kind, text[slice(*b.speaker)] if b.speaker else "") for b in blocks]


def test_in_an_interview_answers_belong_to_the_last_byline():
    assert turns(INTERVIEW) == [
        ("paragraph", ""),
        ("byline", "Dana Trent"),
        ("question", ""),
        ("paragraph", "Dana Trent"),
        ("heading", ""),
        ("paragraph", "Dana Trent"),
        ("byline", "Lev Garin"),
        ("question", ""),
        ("paragraph", "Lev Garin"),
    ]


def test_in_a_transcript_a_turn_goes_on_to_the_next_label():
    assert turns(LABELLED) == [
        ("heading", ""),
        ("paragraph", "PRESIDENT OAKES"),
        ("paragraph", "PRESIDENT OAKES"),
        ("paragraph", "CHANCELLOR BRANDT"),
        ("question", ""),
        ("paragraph", "PRESIDENT OAKES"),
        ("question", ""),
    ]


@pytest.mark.parametrize(
    ("question", "answer"),
    [("Q:", "A:"), ("Q.", "A."), ("**Q:**", "**A:**"), ("Question:", "Answer:"), ("Interviewer:", "Lopez:")],
)
def test_labels_for_question_and_answer(question, answer):
    text = f"{question} Did Peru sign?\n\n{answer} Peru signed.\n\n{question} And Chile?\n\n{answer} No."
    name = "Lopez" if answer == "Lopez:" else ""
    assert turns(text) == [("question", ""), ("paragraph", name)] * 2


def test_an_answer_belongs_to_the_one_interviewee():
    text = "Interview with Maria Lopez\n\nQ: Did Peru sign?\n\nA: Peru signed in May."
    assert turns(text)[-1] == ("paragraph", "Maria Lopez")


def test_answers_without_labels_follow_labelled_questions():
    text = "An interview with Maria Lopez\n\n**Q: Did Peru sign?**\n\nPeru signed in May.\n\nChile did not."
    assert turns(text) == [("heading", ""), ("question", "")] + [("paragraph", "Maria Lopez")] * 2


def test_a_paper_that_asks_by_its_name_asks_questions():
    text = (
        "HERALD: Does Kenya want peace?\n\nOdinga: Kenya wants peace.\n\n"
        "HERALD: Will it send troops?\n\nOdinga: It will."
    )
    assert turns(text) == [("question", "HERALD"), ("paragraph", "Odinga")] * 2


def test_a_bold_name_is_a_label():
    text = "**Dana Trent:** Norway should join.\n\n**Lev Garin:** Norway should not."
    assert turns(text) == [("paragraph", "Dana Trent"), ("paragraph", "Lev Garin")]


def test_a_label_on_its_own_line_opens_a_turn():
    text = "MR. TRENT:\n\nNorway signed.\n\nMS. GARIN:\n\nLatvia did not."
    assert turns(text)[:2] == [("byline", "MR. TRENT"), ("paragraph", "MR. TRENT")]


def test_a_note_ends_the_turn():
    text = "MR. TRENT: Norway signed.\n\nMS. GARIN: Latvia did.\n\nNote: Estonia was absent."
    assert turns(text)[-1] == ("paragraph", "")


@pytest.mark.parametrize(
    "text",
    [
        "Background: Kenya borders Somalia.\n\nNext steps: Kenya leaves.\n\nBackground: it rains.",
        "The minister said: Norway will sign.\n\nThe envoy said: it will not.",
        "A. Compilation takes a year.\n\nB. Printing takes another.",
        "Kenya: no change.",
    ],
)
def test_other_colons_are_no_labels(text):
    assert {speaker for _, speaker in turns(text)} == {""}


def test_a_round_table_names_speaker_over_office():
    text = (
        "Dana Trent\nDirector, Oslo Forum\n\nNorway should join the pact at once.\n\n"
        "Lev Garin\nSenior fellow, Riga Institute\n\nNorway should not join the pact."
    )
    assert turns(text) == [
        (kind, name) for name in ("Dana Trent", "Lev Garin") for kind in ("byline", "byline", "paragraph")
    ]


def test_a_speaker_without_a_name_is_known_by_the_description():
    text = (
        "A researcher on Russian policy at a European institute.\n\nDid U.S. envoys meet?\n\nThey met.\n\n"
        "The former head of a ministry in Ankara\n\nDoes Turkey agree?\n\nIt does."
    )
    who = [
        "A researcher on Russian policy at a European institute",
        "The former head of a ministry in Ankara",
    ]
    assert [(kind, name) for kind, name in turns(text) if kind != "question"] == [
        (kind, name) for name in who for kind in ("byline", "paragraph")
    ]


def test_a_list_of_people_opens_no_turn():
    text = "Dana Trent, director of the Oslo Forum\n\nLev Garin, fellow in Riga\n\nNorway signed in May."
    assert turns(text)[-1] == ("paragraph", "")


def test_the_paragraphs_of_a_speech_belong_to_who_gave_it():
    text = "Remarks by Foreign Minister Dana Trent at the Oslo Forum\n\nNorway will sign. It must."
    assert turns(text) == [("heading", ""), ("paragraph", "Foreign Minister Dana Trent")]


def test_the_author_of_an_article_is_no_speaker():
    assert turns("By Jane Doe\n\nNorway signed the pact. Sweden did not.") == [
        ("byline", ""),
        ("paragraph", ""),
    ]
