"""Extractions → Corpus: entities that are one across documents, near-duplicates, co-occurrence.

Cheap and done anew in each build; the result does not depend on the order of the extractions.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.config import Config
from kg.corpus import group_near_duplicates
from kg.model import Claim, Corpus, Entity, Extraction, Link, Problem
from kg.relations import count_cooccurrences
from kg.resolution import merge_local


def assemble(extractions: Iterable[Extraction], problems: Iterable[Problem], config: Config) -> Corpus:
    """The corpus that the extractions make together, with corpus-wide entity ids throughout."""
    ordered = sorted(extractions, key=lambda extraction: extraction.document.id)
    merged = merge_local(ordered)
    renamed = tuple(_rename(extraction, merged) for extraction in ordered)
    groups = group_near_duplicates((item.document.id, item.document.text) for item in renamed)
    pairs = count_cooccurrences(renamed, groups, config.windows, config.minimum_cooccurrence)
    return Corpus(
        extractions=renamed,
        entities=_collect_entities(renamed),
        source_groups={item.document.id: groups.get(item.document.id, item.document.id) for item in renamed},
        cooccurrences=tuple(pairs),
        problems=tuple(sorted(problems, key=lambda problem: (problem.path, problem.message))),
    )


def _rename(extraction: Extraction, merged: Mapping[str, Entity]) -> Extraction:
    ids = {key: entity.id for key, entity in merged.items()}
    entities = {(entity := merged.get(known.id, known)).id: entity for known in extraction.entities}
    claims = (_rename_claim(claim, ids) for claim in extraction.claims)
    return replace(
        extraction,
        entities=tuple(sorted(entities.values(), key=lambda entity: entity.id)),
        links=tuple(_rename_link(link, ids) for link in extraction.links),
        # two names of one document can turn out to be one entity, and nobody claims anything of itself
        claims=tuple(claim for claim in claims if claim.source != claim.target),
    )


def _rename_link(link: Link, ids: Mapping[str, str]) -> Link:
    return replace(link, entity=ids.get(link.entity, link.entity))


def _rename_claim(claim: Claim, ids: Mapping[str, str]) -> Claim:
    return replace(
        claim,
        source=ids.get(claim.source, claim.source),
        target=ids.get(claim.target, claim.target),
        holders=tuple(ids.get(holder, holder) for holder in claim.holders),
        speaker=ids.get(claim.speaker, claim.speaker) if claim.speaker else claim.speaker,
    )


def _collect_entities(extractions: Iterable[Extraction]) -> dict[str, Entity]:
    """Each entity once, with the aliases and identifiers any document knows of it, by id."""
    found: dict[str, Entity] = {}
    for extraction in extractions:
        for entity in extraction.entities:
            known = found.setdefault(entity.id, entity)
            if known != entity:
                aliases = tuple(sorted({*known.aliases, *entity.aliases}))
                found[entity.id] = replace(known, aliases=aliases, ids={**entity.ids, **known.ids})
    return dict(sorted(found.items()))
