"""The file of decisions: what it says is read or refused in one line; what is written is read back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.config import Config
from kg.errors import ConfigError
from kg.identity.decisions import (
    Decision,
    append_block,
    find_decisions,
    format_decision,
    format_unsure,
    load_decisions,
    read_text,
    read_unsure,
)

TEXT = st.text(min_size=1, max_size=12).map(str.strip).filter(bool)
DECISIONS = st.one_of(
    st.builds(
        Decision,
        kind=st.sampled_from(["same", "different"]),
        entities=st.lists(TEXT, min_size=2, max_size=3).map(tuple),
        why=TEXT,
        date=st.just("2026-03-01"),
    ),
    st.builds(Decision, kind=st.just("rename"), entities=st.tuples(TEXT), name=TEXT),
    st.builds(Decision, kind=st.just("retype"), entities=st.tuples(TEXT), type=st.just("ORG")),
    st.builds(Decision, kind=st.just("drop"), entities=st.tuples(TEXT), why=TEXT),
    st.builds(Decision, kind=st.just("reject"), claim=TEXT),
)


def load(folder: Path, text: str) -> tuple[Decision, ...]:
    """The decisions of a file with this text."""
    (folder / "d.toml").write_bytes(text.encode())
    return load_decisions(folder / "d.toml")


@given(
    st.lists(DECISIONS, max_size=4), st.sampled_from(["", "# mine\n", "# mine\r\n", "# no line end"]), TEXT
)
def test_what_is_written_is_read_back_and_the_users_lines_stay(
    tmp_path_factory: pytest.TempPathFactory, decisions: list[Decision], text: str, name: str
) -> None:
    start = text
    for decision in decisions:
        text = append_block(text, format_decision(decision, dict.fromkeys(decision.entities, name)))
    assert load(tmp_path_factory.mktemp("d"), text) == tuple(decisions)
    assert text.startswith(start)


@given(st.lists(st.lists(TEXT, min_size=2).map(tuple), max_size=3))
def test_unsure_answers_are_remembered_as_comments(questions: list[tuple[str, ...]]) -> None:
    text = ""
    for keys in questions:
        text = append_block(text, format_unsure(keys))
    assert list(read_unsure(text)) == questions


def test_a_file_keeps_its_line_ends() -> None:
    text = append_block("# mine\r\n", format_decision(Decision("drop", ("a",)), {}))
    assert text.count("\n") == text.count("\r\n") == 5


BAD = {
    "no TOML": ("[[decision]]\nkind = same", "cannot be read as TOML"),
    "one table": ('[decision]\nkind = "drop"', "begins with a line"),
    "a word of another file": ('model = "md"', "'model' stands alone"),
    "an unknown kind": ('[[decision]]\nkind = "merge"', "line 1: kind must be one of same, different"),
    "no kind": ('[[decision]]\nentity = "a"', "kind must be one of"),
    "a key of another kind": ('[[decision]]\nkind = "drop"\nentities = ["a"]', "'entities' does not belong"),
    "one alone": ('[[decision]]\nkind = "same"\nentities = ["a"]', "same needs two or more"),
    "a number for a name": ('[[decision]]\nkind = "same"\nentities = ["a", 1]', "same needs two or more"),
    "an empty name": ('[[decision]]\nkind = "rename"\nentity = "a"\nname = " "', 'rename needs name = "..."'),
    "an unknown type": (
        '\n[[decision]]\nkind = "retype"\nentity = "a"\ntype = "CAR"',
        "line 2: unknown type 'CAR'; types are STATE",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD)
def test_what_does_not_hold_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=r"d\.toml") as caught:
        load(tmp_path, text)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert load_decisions(tmp_path / "none.toml") == ()


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "d.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="UTF-8"):
        read_text(tmp_path / "d.toml")


def test_a_date_needs_no_quotation_marks_and_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    (decision,) = load(tmp_path, '\ufeff[[decision]]\nkind = "drop"\nentity = "a"\ndate = 2026-03-01')
    assert decision.date == "2026-03-01"


def test_a_file_that_the_settings_name_must_be_there(tmp_path: Path) -> None:
    assert find_decisions(tmp_path, Config()) == tmp_path / "kg.decisions.toml"
    with pytest.raises(ConfigError, match="an empty one will do"):
        find_decisions(tmp_path, Config(decisions=str(tmp_path / "mine.toml")))
