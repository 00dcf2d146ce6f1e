"""Values of kg/model.py to rows of SQLite and back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple, fields
from typing import Any

from kg.model import Block, Claim, Document, Entity, Link, Mention, Sentence, Unresolved

Row = tuple[Any, ...]

# the order of the columns after doc and position; the values of a link stand beside those of its mention
MENTION_FIELDS = tuple(item.name for item in fields(Mention))
LINK_FIELDS = tuple(item.name for item in fields(Link) if item.name != "mention")


def field_names(kind: type) -> tuple[str, ...]:
    """The columns that hold a value of `kind`, in their order."""
    if kind is Link:
        return MENTION_FIELDS + LINK_FIELDS
    return tuple(item.name for item in fields(kind))


def to_row(value: Any) -> Row:
    """The columns of a value, in the order of `field_names`."""
    if isinstance(value, Link):
        return to_row(value.mention) + tuple(_encode(getattr(value, name)) for name in LINK_FIELDS)
    return tuple(_encode(getattr(value, name)) for name in field_names(type(value)))


def to_link(row: Sequence[Any]) -> Link:
    """The link and its mention that `to_row` made this row of."""
    cut = len(MENTION_FIELDS)
    mention = _decode(MENTION_FIELDS, row[:cut])
    link = _decode(LINK_FIELDS, row[cut:])
    return Link(mention=Mention(**mention), **link)


def to_document(row: Sequence[Any]) -> Document:
    """The document that `to_row` made this row of."""
    values = dict(zip(field_names(Document), row, strict=True))
    blocks = (
        Block(start, end, kind, tuple(speaker) if speaker else None)
        for start, end, kind, speaker in json.loads(values.pop("blocks"))
    )
    return Document(**values, blocks=tuple(blocks))


def to_sentence(row: Sequence[Any]) -> Sentence:
    """The sentence that `to_row` made this row of."""
    return Sentence(*row)


def to_entity(row: Sequence[Any]) -> Entity:
    """The entity that `to_row` made this row of."""
    return Entity(**_decode(field_names(Entity), row))


def to_claim(row: Sequence[Any]) -> Claim:
    """The claim that `to_row` made this row of."""
    return Claim(**_decode(field_names(Claim), row))


def to_unresolved(row: Sequence[Any]) -> Unresolved:
    """The span left alone that `to_row` made this row of."""
    return Unresolved(*row)


TUPLES = {"aliases", "candidates", "holders"}
MAPPINGS = {"ids"}
FLAGS = {"inferred", "metonymic"}


def _encode(value: Any) -> Any:
    if isinstance(value, tuple):
        items = [astuple(item) if isinstance(item, Block) else item for item in value]
        return json.dumps(items, ensure_ascii=False)
    if isinstance(value, Mapping):
        return json.dumps(dict(value), ensure_ascii=False, sort_keys=True)
    return value


def _decode(names: Sequence[str], row: Sequence[Any]) -> dict[str, Any]:
    return {name: _decode_field(name, value) for name, value in zip(names, row, strict=True)}


def _decode_field(name: str, value: Any) -> Any:
    if name in TUPLES:
        return tuple(json.loads(value))
    if name in MAPPINGS:
        return json.loads(value)
    return bool(value) if name in FLAGS else value
