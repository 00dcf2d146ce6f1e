"""Paths → Documents: lists the files, reads each by its kind, and keeps ids apart."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from kg.corpus.blocks import find_blocks
from kg.corpus.dates import read_name_date
from kg.corpus.decoding import decode
from kg.corpus.metadata import Metadata, fill_metadata, read_metadata
from kg.corpus.paragraphs import trim
from kg.corpus.records import read_csv, read_jsonl
from kg.corpus.sources import Report, Source, list_sources
from kg.corpus.webpage import find_declared_charset, read_web_page
from kg.errors import InputError
from kg.model import Block, Document, Problem

Placed = tuple[Document, str]


def read_documents(paths: Sequence[str | Path], report: Report) -> Iterator[Document]:
    """The documents of files, folders and glob patterns, read one by one; the order of `paths` is no matter.

    Files come sorted by id, the documents of a JSONL or CSV file in its order. The text of a .txt or .md
    file is the file decoded as UTF-8, line ends and byte-order mark included; that of a record is its
    field `text`; that of a page its article. What is left out or read with loss is told to `report`.

    Raises: InputError for a path that is missing or holds no document, and for an id that comes twice.
    """
    return _read_sources(list_sources(paths, report), report)


def _read_sources(sources: Sequence[Source], report: Report) -> Iterator[Document]:
    places: dict[str, str] = {}
    for source in sources:
        for document, place in _read_source(source, report):
            if document.id in places:
                where = f"{places[document.id]} and {place}"
                raise InputError(f"{where}: two documents have the id '{document.id}'; rename one of them")
            places[document.id] = place
            yield document
    if not places:
        where = ", ".join(str(source.path) for source in sources[:3]) or "the paths given"
        raise InputError(f"{where}: no text could be read; give at least one document with text")


def _read_source(source: Source, report: Report) -> Iterator[Placed]:
    try:
        yield from READERS[source.suffix](source, report)
    except OSError as error:
        report(
            Problem(source.id, f"cannot be read ({error.strerror}); check that it is there and may be opened")
        )


def _read_text(source: Source, report: Report) -> Iterator[Placed]:
    text = _decode_file(source, report)
    if text is None:
        return
    if trim(text, 0, len(text)) is None:
        report(Problem(source.id, "is empty; remove it or fill it"))
        return
    blocks = find_blocks(text, markdown=source.suffix in (".md", ".markdown"))
    yield _make_document(source, text, blocks, read_metadata(text, blocks)), str(source.path)


def _read_page(source: Source, report: Report) -> Iterator[Placed]:
    html = _decode_file(source, report)
    page = read_web_page(html) if html and html.strip() else None
    if html is not None and (page is None or trim(page.text, 0, len(page.text)) is None):
        report(Problem(source.id, "has no article that could be found; save its text as .txt"))
    elif page is not None:
        blocks = find_blocks(page.text)
        told = fill_metadata(page.metadata, read_metadata(page.text, blocks))
        yield _make_document(source, page.text, blocks, told), str(source.path)


def _decode_file(source: Source, report: Report) -> str | None:
    data = source.path.read_bytes()
    is_page = source.suffix in (".html", ".htm")
    declared = find_declared_charset(data) if is_page else ""
    decoded = decode(data, declared=declared)
    if decoded is None:
        report(Problem(source.id, "is no text (looks binary); remove it or convert it to UTF-8"))
        return None
    text, charset = decoded
    if charset not in ("utf-8", declared):
        report(
            Problem(
                source.id, f"is no UTF-8 and was read as {charset}; convert it to UTF-8 if accents are wrong"
            )
        )
    return text


def _make_document(source: Source, text: str, blocks: tuple[Block, ...], told: Metadata) -> Document:
    return Document(
        id=source.id,
        text=text,
        path=source.id,
        title=told.title,
        author=told.author,
        publisher=told.publisher,
        date=told.date or read_name_date(PurePosixPath(source.id).name),
        url=told.url,
        language=told.language or "en",
        blocks=blocks,
    )


READERS: Mapping[str, Callable[[Source, Report], Iterator[Placed]]] = {
    ".txt": _read_text,
    ".text": _read_text,
    ".md": _read_text,
    ".markdown": _read_text,
    ".html": _read_page,
    ".htm": _read_page,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
}
