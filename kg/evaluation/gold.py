"""Gold, read from a folder: entities, mentions, claims and passages, checked against the documents."""

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from kg.errors import InputError
from kg.evaluation.names import fold, read_names, resolve
from kg.evaluation.places import locate, take_document
from kg.evaluation.rows import (
    Row,
    check_keys,
    complain,
    read_rows,
    take_choices,
    take_flag,
    take_text,
    take_texts,
)
from kg.evaluation.times import read_interval
from kg.evaluation.values import Gold, GoldClaim, GoldMention, Names
from kg.lexicon import ClaimType
from kg.model import MentionKind, Modality, Polarity, Span, Valence

PLACE_KEYS = ("doc", "start", "end", "sentence", "nth")
MENTION_KEYS = (*PLACE_KEYS, "text", "kind", "entity", "alt_entity", "debatable")
CLAIM_KEYS = (
    *(*PLACE_KEYS, "source", "alt_source", "type", "alt_type", "target", "alt_target", "cue", "debatable"),
    *("polarity", "modality", "holder", "valence", "stage", "time"),
)
KINDS = {kind: kind for kind in get_args(MentionKind)}
POLARITIES = {**{word: word for word in get_args(Polarity)}, "+": "affirmed", "-": "negated"}
MODALITIES = {word: word for word in get_args(Modality)}
VALENCES = {word: word for word in ("", *get_args(Valence))}


def read_gold(folder: Path, texts: Mapping[str, str], claim_types: Mapping[str, ClaimType]) -> Gold:
    """The gold of a folder, each line checked against the documents. Raises: InputError."""
    if not folder.is_dir():
        raise InputError(
            f"{folder}: no folder: give the one with mentions.jsonl and claims.jsonl of your gold"
        )
    paths = {name: folder / f"{name}.jsonl" for name in ("mentions", "claims", "passages")}
    if not paths["mentions"].exists() and not paths["claims"].exists():
        raise InputError(
            f"{folder}: neither mentions.jsonl nor claims.jsonl: a folder of gold has one or both"
        )
    rows = {name: read_rows(path) if path.exists() else [] for name, path in paths.items()}
    names = read_names(folder / "entities.jsonl")
    types = {name: name for name in claim_types}
    mentions = tuple(_read_mention(row, texts, names) for row in rows["mentions"])
    claims = tuple(_read_claim(row, texts, names, types) for row in rows["claims"])
    if not mentions and not claims:
        raise InputError(
            f"{folder}: mentions.jsonl and claims.jsonl are empty: there is nothing to score against"
        )
    passages = [(take_document(row, texts), _read_passage(row, texts)) for row in rows["passages"]]
    docs = {line.doc for line in mentions} | {line.doc for line in claims}
    docs -= {doc for doc, _ in passages}
    passages += [(doc, (0, len(texts[doc]))) for doc in docs]
    return Gold(
        names=names,
        mentions=mentions,
        claims=claims,
        passages={
            doc: tuple(span for d, span in sorted(passages) if d == doc) for doc, _ in sorted(passages)
        },
        has_mentions=paths["mentions"].exists(),
        has_claims=paths["claims"].exists(),
    )


def _read_mention(row: Row, texts: Mapping[str, str], names: Names) -> GoldMention:
    check_keys(row, MENTION_KEYS)
    doc = take_document(row, texts)
    start, end = locate(row, "text", texts[doc])
    return GoldMention(
        doc=doc,
        start=start,
        end=end,
        text=texts[doc][start:end],
        kind=take_choices(row, "kind", KINDS, "name")[0],
        entities=_take_entities(row, names, "entity"),
        debatable=take_flag(row, "debatable"),
    )


def _read_claim(row: Row, texts: Mapping[str, str], names: Names, types: Mapping[str, str]) -> GoldClaim:
    check_keys(row, CLAIM_KEYS)
    doc = take_document(row, texts)
    start, end = locate(row, "sentence", texts[doc])
    cue = take_text(row, "cue", "")
    if cue not in texts[doc][start:end]:
        raise complain(row, f"the cue {cue!r} is not in the sentence: copy it as it stands there")
    take_text(row, "type")
    return GoldClaim(
        doc=doc,
        start=start,
        end=end,
        sentence=texts[doc][start:end],
        sources=_take_entities(row, names, "source"),
        types=(*take_choices(row, "type", types, ""), *_take_others(row, types)),
        targets=_take_entities(row, names, "target"),
        polarities=take_choices(row, "polarity", POLARITIES, "affirmed"),
        modalities=take_choices(row, "modality", MODALITIES, "asserted"),
        holders=_take_holders(row, names),
        cue=cue,
        valence=take_choices(row, "valence", VALENCES, "")[0],
        stage=take_text(row, "stage", ""),
        time=read_interval(row),
        debatable=take_flag(row, "debatable"),
    )


def _read_passage(row: Row, texts: Mapping[str, str]) -> Span:
    """The span a reader annotated: the document if the line names no more."""
    check_keys(row, PLACE_KEYS)
    text = texts[take_document(row, texts)]
    named = {"start", "end", "sentence"} & set(row.values)
    return locate(row, "sentence", text) if named else (0, len(text))


def _take_others(row: Row, types: Mapping[str, str]) -> tuple[str, ...]:
    return take_choices(row, "alt_type", types, "") if row.values.get("alt_type") else ()


def _take_entities(row: Row, names: Names, key: str) -> tuple[str, ...]:
    take_text(row, key)
    spellings = (*take_texts(row, key), *take_texts(row, f"alt_{key}"))
    return tuple(_take_name(row, names, spelling) for spelling in spellings)


def _take_holders(row: Row, names: Names) -> tuple[str | None, ...]:
    """The named holders; null, or no key, is the author."""
    value = row.values.get("holder")
    spellings = value if isinstance(value, list) else [value]
    if not all(spelling is None or isinstance(spelling, str) for spelling in spellings):
        raise complain(row, "'holder' is a name, null for the author, or a list of these")
    return tuple(_take_name(row, names, spelling) if spelling else None for spelling in spellings)


def _take_name(row: Row, names: Names, spelling: str) -> str:
    """The canonical name; where gold lists its entities, each must be among them."""
    if names.canonical and fold(spelling) not in names.canonical:
        raise complain(row, f"{spelling!r} is not in entities.jsonl: add it there, or correct the spelling")
    return resolve(names, spelling)
