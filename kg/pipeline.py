"""The whole way, from documents to a folder one can open and query. Read this first."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import networkx as nx

from kg.assemble import assemble
from kg.config import Config, load_config
from kg.corpus import read_documents
from kg.engines import read_locally
from kg.errors import InputError, OutputError
from kg.export import write_all
from kg.extract import open_reader
from kg.graph import build_cooccurrence_graph, build_graph
from kg.identity import find_decisions, load_decisions
from kg.lexicon import ClaimType, load_lexicon
from kg.model import Corpus, Document, Extraction, Problem
from kg.store import Store, hash_document, open_store

DATABASE = "graph.db"
Progress = Callable[[int, int], None]  # documents done, documents to do


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build holds and where it is: `read` documents were read anew, the others known from before."""

    folder: Path
    corpus: Corpus
    graph: nx.MultiDiGraph
    cooccurrence_graph: nx.Graph
    types: Mapping[str, ClaimType]
    read: int = 0
    files: tuple[Path, ...] = ()


def build(
    paths: Iterable[str | Path],
    out: Path,
    config: Config | None = None,
    progress: Progress = lambda done, total: None,
) -> BuildResult:
    """Read documents and write the graph into the folder `out`; what it knows from before is not read again.

    Raises: InputError, ModelError, OutputError.
    """
    config = config or Config()
    decisions = load_decisions(find_decisions(out, config))
    problems: list[Problem] = []
    documents = _read_input([Path(path) for path in paths], out, problems)
    reader = open_reader(config)
    with open_store(out / DATABASE, write=True) as store:
        store.save_settings({"config": asdict(config), "finished": False})
        unread = _forget_changed(store, documents, reader.fingerprint)
        done = 0
        for outcomes in read_locally(unread, config):
            store.add(item for item in outcomes if isinstance(item, Extraction))
            problems += (item for item in outcomes if isinstance(item, Problem))
            progress(done := done + len(outcomes), len(unread))
        corpus = assemble(store.extractions(), problems, config, decisions)
        result = export(_make_graphs(out, corpus, reader.lexicon.types))
        store.save_settings({"finished": True})
    return replace(result, read=done)


def load_build(out: Path) -> BuildResult:
    """The build in the folder `out`, by the decisions as they are now. Raises: OutputError, ConfigError."""
    extractions, config = read_store(out)
    corpus = assemble(extractions, (), config, load_decisions(find_decisions(out, config)))
    return _make_graphs(out, corpus, load_lexicon().types)


def export(result: BuildResult) -> BuildResult:
    """Write everything but the store; with `load_build`, a build anew for which no document is read."""
    files = write_all(result.corpus, result.graph, result.cooccurrence_graph, result.folder, result.types)
    return replace(result, files=(*files, result.folder / DATABASE))


def read_store(out: Path) -> tuple[list[Extraction], Config]:
    """What a finished build has read, and its settings. Raises: OutputError."""
    with open_store(out / DATABASE) as store:
        settings, extractions = store.settings(), list(store.extractions())
    if not settings.get("finished"):
        raise OutputError(f"{out}: its build did not finish; run kg build again, it goes on where it stopped")
    return extractions, load_config(None, **settings["config"])


def _make_graphs(out: Path, corpus: Corpus, types: Mapping[str, ClaimType]) -> BuildResult:
    return BuildResult(out, corpus, build_graph(corpus, types), build_cooccurrence_graph(corpus), types)


def _read_input(paths: Sequence[Path], out: Path, problems: list[Problem]) -> list[Document]:
    for path in paths:
        if path.is_dir() and out.resolve().is_relative_to(path.resolve()):
            raise InputError(
                f"{out}: lies inside {path}, so its own files would be read; choose a folder elsewhere"
            )
    try:
        return list(read_documents(paths, problems.append))
    except InputError as error:
        reasons = [f"; {problem.path} {problem.message}" for problem in problems]
        raise InputError(f"{error}{''.join(reasons[:3])}") from error


def _forget_changed(store: Store, documents: Iterable[Document], fingerprint: str) -> list[Document]:
    """Remove what was read differently or is no longer given; the documents to read."""
    current = {document.id: (hash_document(document), fingerprint) for document in documents}
    known = {key for key, state in store.ledger().items() if current.get(key) == state}
    store.remove(key for key in store.ledger() if key not in known)
    return [document for document in documents if document.id not in known]
