"""`kg decide` and `kg review`: a decision is a line in a file, and no document is read to apply it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import kg
from kg.cli import app
from kg.deciding import Answers, decide, find_open_questions, open_desk, rebuild_graph
from kg.model import Entity, Extraction, Link, Mention

TEXTS = {
    "one.txt": "Ruritania threatened Graustark. Ada Lee wrote it down for the papers, and nobody was harmed.",
    "two.txt": "Graustark threatened Kravonia. It was Lee who told the embassy, which had known for a week.",
    "three.txt": "Kravonia threatened Ruritania. Ada Lee was not there, and so there is no more to be told.",
}
LEE = re.compile(r"(?:Ada )?Lee")
FILE = "kg.decisions.toml"
Run = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command; an error that is not for the user shows."""
    monkeypatch.chdir(tmp_path)
    return lambda *words, **options: CliRunner().invoke(
        app, [str(word) for word in words], catch_exceptions=False, **options
    )


@pytest.fixture
def out(run: Run, simple_kernel: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A build of three documents, after which nothing can be read; without the page, which takes long."""
    import kg.pipeline

    read = kg.pipeline.read_locally
    monkeypatch.setattr(
        "kg.pipeline.read_locally",
        lambda documents, config: ([add_lee(item) for item in chunk] for chunk in read(documents, config)),
    )
    monkeypatch.setattr("kg.pipeline.load_lexicon", lambda: simple_kernel.lexicon)
    monkeypatch.setattr("kg.export.build_folder.write_page", lambda *given, **_: given[-1])
    for name, text in TEXTS.items():
        Path(name).write_text(text)
    assert run("build", *TEXTS, "-o", "out").exit_code == 0
    monkeypatch.setattr("kg.pipeline.read_locally", refuse_to_read)
    return Path("out")


def add_lee(extraction: Extraction) -> Extraction:
    """The extraction with its mention of somebody the lexicon lacks."""
    document = extraction.document
    found = LEE.search(document.text)
    assert found
    key = f"{document.id}#{found[0].lower().replace(' ', '-')}"
    mention = Mention(found.start(), found.end(), found[0], "name", "PERSON")
    return Extraction(
        document,
        extraction.sentences,
        (*extraction.entities, Entity(key, found[0], "PERSON")),
        (*extraction.links, Link(mention, key, "model")),
        extraction.claims,
        fingerprint=extraction.fingerprint,
    )


def refuse_to_read(documents: Any, config: object) -> Any:
    assert not list(documents), "a document was read"
    return iter(())


def read_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name not in ("graph.db", FILE)}


DECISIONS = {
    "same": ["same", "Ada Lee", "Lee", "--why", "he signs so"],
    "different": ["different", "Ada Lee", "Ada Lee@three.txt"],
    "rename": ["rename", "ruritania", "Old Ruritania"],
    "retype": ["retype", "Lee", "org"],
    "drop": ["drop", "Kravonia"],
    "reject": ["reject", "one.txt-0"],
}


@pytest.mark.parametrize("arguments", DECISIONS.values(), ids=DECISIONS)
def test_a_decision_is_applied_at_once_holds_and_is_undone_by_deleting_it(out, run, arguments) -> None:
    before = read_files(out)
    result = run("decide", out, *arguments)
    assert result.exit_code == 0, result.stderr
    decided = read_files(out)
    assert decided != before
    assert run("build", *TEXTS, "-o", out).exit_code == 0
    assert read_files(out) == decided
    assert kg.load(out).corpus == kg.load(out).corpus
    (out / FILE).unlink()
    assert run("build", *TEXTS, "-o", out).exit_code == 0
    assert read_files(out) == before


def test_an_empty_file_changes_nothing(out: Path, run: Run) -> None:
    before = read_files(out)
    (out / FILE).write_text("# nothing yet\n")
    rebuild_graph(out)
    assert read_files(out) == before


def test_the_file_says_what_was_decided_and_keeps_what_stood_there(out: Path, run: Run) -> None:
    (out / FILE).write_text("# my notes\n")
    run("decide", out, *DECISIONS["same"])
    text = (out / FILE).read_text()
    assert text.startswith('# my notes\n\n[[decision]]\nkind = "same"\n')
    assert 'entities = ["~ada-lee", "~lee@two.txt"]  # Ada Lee; Lee\nwhy = "he signs so"\ndate = "20' in text


def test_without_rebuilding_the_next_build_applies_it(out: Path, run: Run) -> None:
    before = read_files(out)
    assert "as before" in run("decide", out, *DECISIONS["drop"], "--no-rebuild").stdout
    assert read_files(out) == before
    assert run("build", *TEXTS, "-o", out).exit_code == 0
    assert "Kravonia" not in (out / "entities.jsonl").read_text()


def test_decisions_can_stand_elsewhere(out: Path, run: Run) -> None:
    Path("mine.toml").write_text("")
    Path("kg.toml").write_text('decisions = "mine.toml"')
    assert run("build", *TEXTS, "-o", out, "--decisions", "mine.toml").exit_code == 0
    assert run("decide", out, *DECISIONS["drop"]).exit_code == 0
    assert "drop" in Path("mine.toml").read_text()
    assert not (out / FILE).exists()
    dropped = read_files(out)
    assert run("build", *TEXTS, "-o", out, "-c", "kg.toml").exit_code == 0
    assert read_files(out) == dropped
    Path("mine.toml").unlink()
    result = run("build", *TEXTS, "-o", out, "-c", "kg.toml")
    assert result.exit_code == 1
    assert "there is no such file of decisions" in result.stderr


BAD = {
    "an unknown kind": (["merge", "a", "b"], "give one of same, different"),
    "too few": (["same", "Lee"], "same takes ENTITY ENTITY..."),
    "too many": (["rename", "Lee", "Ada", "Lee"], "put names in quotation marks"),
    "an empty name": (["rename", "Lee", " "], "none may be empty"),
    "an unknown name": (["drop", "Ruritannia"], "did you mean Ruritania?"),
    "an unknown part": (["drop", "Kravonia@one.txt"], "no entity 'Kravonia@one.txt'"),
    "an unknown type": (["retype", "Lee", "car"], "types are STATE, PERSON"),
    "an unknown claim": (["reject", "zzz"], "kg show prints them"),
    "several claims": (["reject", "t"], "2 claims have ids that begin with 't'"),
    "one already": (["same", "Ada Lee", "~ada-lee"], "are one entity already: ~ada-lee"),
    "not two": (["different", "Lee", "Lee@two.txt"], "are one within two.txt"),
}


@pytest.mark.parametrize(("arguments", "message"), BAD.values(), ids=BAD)
def test_what_cannot_be_is_one_line_and_changes_nothing(out, run, arguments, message) -> None:
    before = read_files(out)
    result = run("decide", out, *arguments)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert message in result.stderr
    assert not (out / FILE).exists()
    assert read_files(out) == before


def test_a_contradiction_names_the_line_and_is_not_noted(out: Path, run: Run) -> None:
    run("decide", out, *DECISIONS["same"])
    text = (out / FILE).read_text()
    result = run("decide", out, "different", "~ada-lee", "~lee@two.txt")
    assert result.exit_code == 1
    assert "kg.decisions.toml, line 3 makes them the same" in result.stderr
    assert (out / FILE).read_text() == text


def test_a_decision_is_noted_once(out: Path, run: Run) -> None:
    run("decide", out, "different", "Lee", "Kravonia")
    assert "decided already, in out/kg.decisions.toml, line 3" in run(
        "decide", out, "different", "Lee", "Kravonia"
    ).stderr.replace("\\", "/")


def test_a_broken_file_is_one_line_before_anything_is_read(out: Path, run: Run) -> None:
    (out / FILE).write_text("[[decision]]\nkind = 'smae'\n")
    for command in (["build", *TEXTS, "-o", out], ["show", out, "Lee"], ["decide", out, "drop", "Lee"]):
        result = run(*command)
        assert result.exit_code == 1
        assert "line 1: kind must be one of" in result.stderr
        assert result.stderr.count("\n") == 1


def test_review_lists_what_is_likely_one_and_what_waits(out: Path, run: Run) -> None:
    (out / FILE).write_text('[[decision]]\nkind = "drop"\nentity = "~someone-else"\n')
    text = run("review", out).stdout
    assert "1  0.65  likely one: surname and full name" in text
    assert "Ada Lee (PERSON, ~ada-lee)" in text
    assert "two.txt: “It was Lee who told the embassy, which had known for a week.”" in text
    assert "line 1: drop ~someone-else" in text


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if somebody sat there."""
    monkeypatch.setattr("kg.cli.review.is_terminal", lambda: True)


def test_review_asks_and_applies(out: Path, run: Run, terminal: None) -> None:
    result = run("review", out, input="what\ny\n")
    assert "Are they one? [y]es, [n]o, [u]nsure, [q]uit" in result.stdout
    assert "1 decision in" in result.stdout
    assert set(kg.load(out).entities()["id"]) == {"RUR", "GRA", "KRA", "~ada-lee"}
    assert "~lee@two.txt" not in (out / "entities.jsonl").read_text()
    assert "nothing to review" in run("review", out).stdout


def test_no_is_remembered(out: Path, run: Run, terminal: None) -> None:
    before = read_files(out)
    run("review", out, input="n\n")
    assert read_files(out) == before
    assert "nothing to review" in run("review", out).stdout


def test_unsure_is_remembered_and_can_be_asked_again(out: Path, run: Run, terminal: None) -> None:
    run("review", out, input="u\n")
    assert "nothing to review" in run("review", out).stdout
    assert "Are they one?" in run("review", out, "--all", input="q\n").stdout
    assert '# unsure: ["~ada-lee", "~lee@two.txt"]' in (out / FILE).read_text()


@pytest.mark.parametrize("keys", ["q\n", ""], ids=["quit", "end of input"])
def test_quitting_leaves_everything(out: Path, run: Run, terminal: None, keys: str) -> None:
    run("review", out, input=keys)
    assert not (out / FILE).exists()


def test_what_follows_from_answers_is_not_asked(out: Path) -> None:
    desk = open_desk(out)
    (question,) = find_open_questions(desk)
    answers = Answers(desk)
    first, second = question.entities
    assert not answers.follows(question)
    answers.give(with_entities(question, first, "x"), True)
    answers.give(with_entities(question, second, "x"), False)
    assert answers.follows(question)
    assert answers.given == 2


def with_entities(question: Any, *entities: str) -> Any:
    from dataclasses import replace

    return replace(question, entities=entities)


def test_in_python(out: Path) -> None:
    decision, graph = decide(out, "rename", "Lee", "L. Lee")
    assert decision.entities == ("~lee@two.txt",)
    assert graph is not None
    assert graph.find("L. Lee").aliases == ("Lee",)
