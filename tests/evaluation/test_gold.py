"""Gold as a person writes it: looked up or by offsets, and one clear line where it does not hold."""

import re
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError, KgError, OutputError
from kg.evaluation import evaluate, read_build, read_gold
from kg.evaluation.values import Gold
from kg.lexicon import Lexicon

TEXT = "Ruritania left. Ruritania, said Graustark, left the Treaty of Strelsau.\n"
SENTENCE = "Ruritania, said Graustark, left the Treaty of Strelsau."
MENTION = {"doc": "a.txt", "sentence": SENTENCE, "text": "Ruritania", "entity": "Ruritania"}
CLAIM = {"doc": "a.txt", "sentence": SENTENCE, "source": "Ruritania", "type": "WITHDRAWS_FROM"}
CLAIM |= {"target": "Treaty of Strelsau", "cue": "left", "holder": "Graustark"}


@pytest.fixture
def read(tmp_path: Path, lexicon: Lexicon, write_lines: Any) -> Any:
    """Reads lines of gold about one document."""

    def read_lines(**files: list[dict[str, Any]]) -> Gold:
        for name, lines in files.items():
            write_lines(tmp_path / f"{name}.jsonl", lines)
        return read_gold(tmp_path, {"a.txt": TEXT}, lexicon.types)

    return read_lines


def test_a_line_without_offsets_is_looked_up(read: Any) -> None:
    gold = read(mentions=[MENTION], claims=[CLAIM])
    assert (gold.mentions[0].start, gold.mentions[0].end) == (16, 25)
    assert (gold.claims[0].start, gold.claims[0].end) == (16, 71)
    assert gold.claims[0].holders == ("Graustark",)
    assert gold.passages == {"a.txt": ((0, len(TEXT)),)}


@pytest.mark.parametrize(("nth", "start"), [(1, 0), (2, 16)])
def test_nth_tells_one_occurrence_from_another(read: Any, nth: int, start: int) -> None:
    line = {key: value for key, value in MENTION.items() if key != "sentence"}
    assert read(mentions=[line | {"nth": nth}]).mentions[0].start == start


def test_offsets_are_what_looking_up_finds(read: Any) -> None:
    place = {"start": 16, "end": 25}
    assert read(mentions=[MENTION]).mentions == read(mentions=[MENTION | place]).mentions


def test_what_is_left_out_is_plain_fact_said_by_the_author(read: Any) -> None:
    plain = {key: value for key, value in CLAIM.items() if key not in ("holder", "cue")}
    claim = read(claims=[plain]).claims[0]
    assert (claim.polarities, claim.modalities, claim.holders) == (("affirmed",), ("asserted",), (None,))
    assert (claim.valence, claim.stage, claim.time, claim.debatable) == ("", "", None, False)


@pytest.mark.parametrize(
    ("time", "interval"),
    [
        ("2018", ("2018-01-01", "2018-12-31")),
        ("2016-02", ("2016-02-01", "2016-02-29")),
        ("2018-11-08", ("2018-11-08", "2018-11-08")),
        ("2016/", ("2016-01-01", None)),
        ("/2018-06", (None, "2018-06-30")),
        ("2018-06-13/2018-06-14", ("2018-06-13", "2018-06-14")),
    ],
)
def test_a_time_is_an_interval_of_days(read: Any, time: str, interval: tuple[str | None, str | None]) -> None:
    assert read(claims=[CLAIM | {"time": time}]).claims[0].time == interval


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"start": 17, "end": 26}, "17-26 is 'uritania,' and not 'Ruritania': it is at 0-9"),
        ({"start": 60, "end": 99}, "60-99 is no span of a text of 72 characters"),
        ({"start": -1, "end": 3}, "'start' is -1: give a whole number"),
        ({"text": "Kravonia"}, "'Kravonia' is not there: copy it as documents.jsonl has it"),
        ({"text": "t"}, "'t' is there 6 times: say which by 'start' and 'end', or by 'nth'"),
        ({"nth": 3}, "'nth' counts from 1 to 1"),
        ({"sentence": None, "text": "Ruritania"}, "'sentence' is null: give a text"),
        ({"doc": "b.txt"}, "the build has no document 'b.txt': it has a.txt"),
        ({"entity": ""}, "'entity' is \"\": give a text"),
        ({"kind": "nickname"}, "'kind' is 'nickname': write demonym, description, metonym, name, pronoun"),
        ({"debatable": "yes"}, "'debatable' is \"yes\": write true or false"),
        ({"entitty": "x"}, "unknown key 'entitty'"),
    ],
)
def test_a_mention_that_does_not_hold_is_named(read: Any, changed: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError) as error:
        read(mentions=[MENTION, MENTION | changed])
    assert "mentions.jsonl:2: " in str(error.value)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"type": "LEAVES"}, "'type' is 'LEAVES': write ACCUSE, "),
        ({"polarity": "no"}, "'polarity' is 'no': write +, -, affirmed, negated"),
        ({"modality": ["asserted", "sure"]}, "'modality' is 'sure'"),
        ({"holder": 3}, "'holder' is a name, null for the author"),
        ({"cue": "quit"}, "the cue 'quit' is not in the sentence"),
        ({"time": "last year"}, "'time' is 'last year': write 2018, "),
        ({"time": "2018-13"}, "'time' is '2018-13'"),
        ({"sentence": "Ruritania"}, "'Ruritania' is there 2 times"),
        ({"alt_target": [1]}, "'alt_target' is [1]: give a text or a list of texts"),
    ],
)
def test_a_claim_that_does_not_hold_is_named(read: Any, changed: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError) as error:
        read(claims=[CLAIM | changed])
    assert "claims.jsonl:1: " in str(error.value)
    assert message in str(error.value)


def test_a_name_that_the_entities_lack_is_named(read: Any) -> None:
    with pytest.raises(InputError, match=r"mentions.jsonl:1: 'Ruritania' is not in entities.jsonl"):
        read(mentions=[MENTION], entities=[{"entity": "Graustark"}])


def test_an_alias_of_two_entities_is_named(read: Any) -> None:
    entities = [{"entity": "Ruritania", "aliases": ["Realm"]}, {"entity": "Graustark", "aliases": ["realm"]}]
    with pytest.raises(InputError, match=r"entities.jsonl:2: 'realm' means both 'Ruritania' and 'Graustark'"):
        read(mentions=[MENTION], entities=entities)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "mentions.jsonl:1: no JSON"),
        ("\n[1]\n", "mentions.jsonl:2: not an object"),
        ("", "mentions.jsonl and claims.jsonl are empty"),
    ],
)
def test_a_file_that_is_no_gold_is_named(
    tmp_path: Path, lexicon: Lexicon, content: str, message: str
) -> None:
    (tmp_path / "mentions.jsonl").write_text(content)
    with pytest.raises(InputError, match=message):
        read_gold(tmp_path, {"a.txt": TEXT}, lexicon.types)


def test_a_file_that_is_no_text_is_named(tmp_path: Path, lexicon: Lexicon) -> None:
    (tmp_path / "claims.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match=r"claims.jsonl: cannot be read as UTF-8"):
        read_gold(tmp_path, {}, lexicon.types)


def test_a_folder_without_gold_or_without_a_build_is_named(tmp_path: Path, write_build: Any) -> None:
    with pytest.raises(OutputError, match=r"documents.jsonl: not there: give the folder of a build"):
        evaluate(tmp_path, tmp_path)
    build = write_build(tmp_path / "build", {"a.txt": TEXT})
    with pytest.raises(InputError, match=r"neither mentions.jsonl nor claims.jsonl"):
        evaluate(build, tmp_path)
    with pytest.raises(InputError, match="no folder"):
        evaluate(build, tmp_path / "none")


def test_a_row_of_a_build_without_a_place_is_named(
    tmp_path: Path, write_build: Any, write_lines: Any
) -> None:
    build = write_build(tmp_path, {"a.txt": TEXT})
    write_lines(build / "claims.jsonl", [{"doc": "a.txt"}])
    write_lines(tmp_path / "gold" / "claims.jsonl", [CLAIM])
    with pytest.raises(KgError, match=r"claims.jsonl:1: no 'start' and 'end'"):
        evaluate(build, tmp_path / "gold")
    assert read_build(build).texts == {"a.txt": TEXT}


def test_the_lines_of_the_guide_are_gold(root: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    guide = (root / "docs/gold.md").read_text(encoding="utf-8")
    blocks = re.findall(r"\*\*`(\w+\.jsonl)`\*\*.*?```json\n(.*?)```", guide, re.DOTALL)
    for name, lines in blocks:
        (tmp_path / name).write_text(lines, encoding="utf-8")
    gold = read_gold(tmp_path, {"a.txt": "Moscow left the treaty."}, lexicon.types)
    assert [len(blocks), len(gold.mentions), len(gold.claims)] == [4, 2, 1]
    assert gold.passages == {"a.txt": ((0, 23),)}
