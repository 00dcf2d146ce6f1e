"""What a notebook holds: tables that agree with the files, and entities found by any of their names."""

import json
from pathlib import Path

import pandas as pd
import pytest

import kg
from kg.api import CLAIM_COLUMNS, DOCUMENT_COLUMNS, ENTITY_COLUMNS, MENTION_COLUMNS, KnowledgeGraph
from kg.errors import ConfigError, InputError, OutputError
from kg.model import Corpus, Document, Entity, Extraction, Link, Mention
from kg.pipeline import BuildResult

LETTER = "Ruritania threatened Graustark. The letter was short, and nobody in the ministry knew who wrote it."
REPLY = (
    "Graustark threatened Ruritania. The reply was long, and everybody in the ministry had had a hand in it."
)
NOTE = "Kravonia threatened Ruritania. A note of this kind had last been sent in the days of the old king."


@pytest.fixture
def graph(tmp_path: Path, simple_kernel: object) -> KnowledgeGraph:
    """A build of three documents without a model."""
    for name, text in (("letter", LETTER), ("reply", REPLY), ("note", NOTE)):
        (tmp_path / f"{name}.txt").write_text(text)
    return kg.build(sorted(tmp_path.glob("*.txt")), tmp_path / "out", minimum_cooccurrence=1)


def test_a_loaded_graph_equals_the_built_one(graph: KnowledgeGraph) -> None:
    loaded = kg.load(graph.folder)
    assert loaded.corpus == graph.corpus
    pd.testing.assert_frame_equal(loaded.claims(), graph.claims())


@pytest.mark.parametrize(
    ("method", "file", "columns", "added"),
    [
        ("claims", "claims", CLAIM_COLUMNS, {"status"}),
        ("mentions", "mentions", MENTION_COLUMNS, set()),
        ("documents", "documents", DOCUMENT_COLUMNS, set()),
        ("entities", "entities", ENTITY_COLUMNS, set()),
    ],
    ids=["claims", "mentions", "documents", "entities"],
)
def test_a_table_has_the_rows_and_fields_of_its_file(graph, method, file, columns, added) -> None:
    lines = [json.loads(line) for line in (graph.folder / f"{file}.jsonl").read_text().splitlines()]
    frame = getattr(graph, method)()
    assert set(columns) - added == set(lines[0])
    assert tuple(frame.columns) == columns
    assert len(frame) == len(lines)


def test_claims_about_one_and_between_two(graph: KnowledgeGraph) -> None:
    assert len(graph.claims()) == 3
    assert set(graph.claims("Kravonia")["source"]) == {"KRA"}
    assert set(graph.claims("Graustark", "Ruritania")["doc"]) == {"letter.txt", "reply.txt"}
    assert len(graph.claims("Kravonia", "Graustark")) == 0


def test_evidence_is_what_the_texts_say_between_two(graph: KnowledgeGraph) -> None:
    sentences = graph.evidence("RUR", "KRA")["sentence"]
    assert list(sentences) == ["Kravonia threatened Ruritania."]


def test_mentions_of_one_entity(graph: KnowledgeGraph) -> None:
    assert set(graph.mentions("Kravonia")["text"]) == {"Kravonia"}


def test_problems_are_a_table(tmp_path: Path, simple_kernel: object) -> None:
    (tmp_path / "letter.txt").write_text(LETTER)
    (tmp_path / "reply.txt").write_text("unreadable")
    problems = kg.build(tmp_path / "*.txt", tmp_path / "out").problems()
    assert problems.to_dict("records") == [{"path": "reply.txt", "message": "cannot be read"}]


def test_the_page_shows_itself_in_a_box_of_its_own(graph: KnowledgeGraph) -> None:
    page = graph._repr_html_()
    assert page.startswith("<iframe")
    assert 'sandbox="allow-scripts allow-downloads"' in page


def test_one_path_will_do(tmp_path: Path, simple_kernel: object) -> None:
    (tmp_path / "letter.txt").write_text(LETTER)
    assert len(kg.build(str(tmp_path / "letter.txt"), tmp_path / "out").documents()) == 1


def test_an_unknown_setting_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="unknown key 'modle'"):
        kg.build(tmp_path, tmp_path / "out", modle="md")


def test_loading_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="kg build"):
        kg.load(tmp_path)


def test_public_names() -> None:
    assert set(kg.__all__) <= set(dir(kg)) | {"KnowledgeGraph", "build", "load"}
    assert kg.KnowledgeGraph is KnowledgeGraph
    with pytest.raises(AttributeError, match="no attribute 'biuld'"):
        _ = kg.biuld


def hold(*entities: Entity, mentions: dict[str, list[str]] | None = None) -> KnowledgeGraph:
    """A graph of entities that are only named, `mentions` saying how."""
    links = tuple(
        Link(Mention(0, 1, text, "metonym", "STATE"), entity, "metonym")
        for text, ids in (mentions or {}).items()
        for entity in ids
    )
    extraction = Extraction(Document("d", "x"), (), entities, links, ())
    corpus = Corpus((extraction,), {entity.id: entity for entity in entities}, {"d": "d"})
    return KnowledgeGraph(BuildResult(Path("out"), corpus, None, None, {}))


TURKEY = Entity("TUR", "Türkiye", "STATE", aliases=("Turkey",))
RUSSIA = Entity("RUS", "Russia", "STATE", aliases=("Russian Federation",))
GEORGIA = Entity("GEO", "Georgia", "STATE")
GEORGIAN_STATE = Entity("georgia-us", "State of Georgia", "PLACE", aliases=("Georgia",))
FIRST, SECOND = (
    Entity("~a", "Ann Lee", "PERSON", aliases=("Lee",)),
    Entity("~b", "Bo Lee", "PERSON", aliases=("Lee",)),
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("RUS", "RUS"),
        ("rus", "RUS"),
        ("the Russian  federation", "RUS"),
        ("turkiye", "TUR"),
        ("TURKEY", "TUR"),
        ("Kremlin", "RUS"),
        ("Georgia", "GEO"),
    ],
)
def test_an_entity_is_found_by_id_name_alias_or_what_texts_call_it(name: str, expected: str) -> None:
    held = hold(TURKEY, RUSSIA, GEORGIA, GEORGIAN_STATE, mentions={"Kremlin": ["RUS", "RUS", "TUR"]})
    assert held.find(name).id == expected


def test_a_name_of_two_is_asked_back() -> None:
    with pytest.raises(InputError, match=r"can be Ann Lee \(~a\) or Bo Lee \(~b\); give the id"):
        hold(FIRST, SECOND).find("Lee")


def test_an_unknown_name_gets_suggestions() -> None:
    with pytest.raises(InputError, match="did you mean Russia\\?"):
        hold(RUSSIA, TURKEY).find("Rusia")
