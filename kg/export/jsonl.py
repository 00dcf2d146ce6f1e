"""The JSON Lines files: documents, entities, unresolved, mentions, claims; a stable interface, sorted."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kg.export.files import write_text
from kg.model import Claim, Corpus, Document, Entity, Extraction, Link

# Line separators some readers split at, and surrogates UTF-8 cannot hold; JSON can write both as escapes.
UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")

Row = dict[str, Any]


def write_jsonl(folder: Path, corpus: Corpus) -> list[Path]:
    """Write the five files into `folder`. Raises: OutputError."""
    tables = {
        "documents": list_documents(corpus),
        "entities": list_entities(corpus),
        "unresolved": list_unresolved(corpus),
        "mentions": list_mentions(corpus),
        "claims": list_claims(corpus),
    }
    return [write_text(folder / f"{name}.jsonl", format_lines(rows)) for name, rows in tables.items()]


def format_lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """One JSON object a line."""
    return "".join(f"{_format_row(row)}\n" for row in rows)


def list_documents(corpus: Corpus) -> Iterator[Row]:
    """Documents by id, with their text as extracted."""
    for extraction in _sorted_extractions(corpus):
        document = extraction.document
        yield {
            "doc": document.id,
            **{
                name: getattr(document, name)
                for name in ("path", "title", "author", "publisher", "date", "url", "language")
            },
            "source_group": _group(corpus, document),
            "characters": len(document.text),
            "text": document.text,
        }


def list_entities(corpus: Corpus) -> Iterator[Row]:
    """Entities by id, with how often and how widely they are mentioned."""
    seen: dict[str, list[str]] = {}
    for extraction in corpus.extractions:
        for link in extraction.links:
            seen.setdefault(link.entity, []).append(extraction.document.id)
    for key, entity in sorted(corpus.entities.items()):
        documents = seen.get(key, [])
        yield {
            "id": key,
            "name": entity.name,
            "type": entity.type,
            "subtype": entity.subtype,
            "state": entity.state,
            "aliases": sorted(entity.aliases),
            "ids": dict(sorted(entity.ids.items())),
            "mentions": len(documents),
            "documents": len(set(documents)),
            "independent_sources": len({corpus.source_groups.get(item, item) for item in documents}),
        }


def list_unresolved(corpus: Corpus) -> Iterator[Row]:
    """What was seen and left alone, by document and place."""
    for extraction in _sorted_extractions(corpus):
        for item in sorted(extraction.unresolved, key=lambda item: (item.start, item.end, item.reason)):
            yield {"doc": extraction.document.id, **asdict(item)}


def list_mentions(corpus: Corpus) -> Iterator[Row]:
    """Mentions by document and place, each with the entity it was resolved to and why."""
    for extraction in _sorted_extractions(corpus):
        for link in sorted(extraction.links, key=_place_of_link):
            mention = link.mention
            yield {
                "doc": extraction.document.id,
                "start": mention.start,
                "end": mention.end,
                "text": mention.text,
                "kind": mention.kind,
                "type": _type(corpus, link),
                "entity": link.entity,
                "name": _name(corpus, link.entity),
                "method": link.method,
                "metonymic": link.metonymic,
                "inferred": link.inferred,
                "confidence": link.confidence,
            }


def list_claims(corpus: Corpus) -> Iterator[Row]:
    """Claims by document and place."""
    for extraction in _sorted_extractions(corpus):
        for claim in sorted(extraction.claims, key=_place_of_claim):
            yield _describe_claim(corpus, extraction.document, claim)


def _describe_claim(corpus: Corpus, document: Document, claim: Claim) -> Row:
    holder = claim.holders[-1] if claim.holders else None
    row: Row = {"id": claim.id, "doc": document.id}
    for name, value in asdict(claim).items():
        row[name] = list(value) if isinstance(value, tuple) else value
        if name in ("source", "target"):
            row[f"{name}_name"] = _name(corpus, value)
        if name == "modality":
            row |= {"holder": holder, "holder_name": holder and _name(corpus, holder)}
    return row | {"doc_date": document.date}


def _sorted_extractions(corpus: Corpus) -> list[Extraction]:
    return sorted(corpus.extractions, key=lambda extraction: extraction.document.id)


def _place_of_link(link: Link) -> tuple[int, int, str, str]:
    return link.mention.start, link.mention.end, link.entity, link.method


def _place_of_claim(claim: Claim) -> tuple[int, int, int, str, str]:
    return claim.start, claim.source_start, claim.target_start, claim.type, claim.id


def _group(corpus: Corpus, document: Document) -> str:
    return corpus.source_groups.get(document.id, document.id)


def _name(corpus: Corpus, entity: str) -> str:
    known: Entity | None = corpus.entities.get(entity)
    return known.name if known else entity


def _type(corpus: Corpus, link: Link) -> str:
    known = corpus.entities.get(link.entity)
    return known.type if known else link.mention.type


def _format_row(row: Mapping[str, Any]) -> str:
    text = json.dumps(row, ensure_ascii=False, allow_nan=False)
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
