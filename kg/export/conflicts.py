"""Conflicts as rows: each side with its sentences, where they stand and who says so."""

from collections.abc import Iterable, Iterator
from typing import Any

from kg.graph import Conflict, Statement, name_voice
from kg.model import Corpus

Row = dict[str, Any]


def list_conflicts(corpus: Corpus, conflicts: Iterable[Conflict]) -> Iterator[Row]:
    """One object a conflict; `pro` and `contra` are lists of statements, surest first."""
    for conflict in conflicts:
        yield {
            "kind": conflict.kind,
            "source": conflict.source,
            "source_name": _name(corpus, conflict.source),
            "type": conflict.relation,
            "target": conflict.target,
            "target_name": _name(corpus, conflict.target),
            "month": conflict.month,
            **{side: _list_side(corpus, getattr(conflict, side)) for side in ("pro", "contra")},
        }


def _list_side(corpus: Corpus, statements: Iterable[Statement]) -> list[Row]:
    surest = sorted(statements, key=lambda item: (-item.claim.confidence, item.place))
    return [_describe_statement(corpus, statement) for statement in surest]


def _describe_statement(corpus: Corpus, statement: Statement) -> Row:
    claim, document = statement.claim, statement.document
    voice = name_voice(statement)
    return {
        "claim": claim.id,
        "type": claim.type,
        "source": claim.source,
        "target": claim.target,
        "sentence": claim.sentence,
        "doc": document.id,
        "start": claim.start,
        "end": claim.end,
        "date": document.date or "",
        "publisher": document.publisher or "",
        "said_by": voice,
        "said_by_name": _name(corpus, voice),
        "time_start": claim.time_start or "",
        "time_end": claim.time_end or "",
        "confidence": claim.confidence,
    }


def _name(corpus: Corpus, key: str) -> str:
    return corpus.entities[key].name if key in corpus.entities else key
