"""Extractions → Corpus: entities that are one across documents, decisions, near-duplicates, co-occurrence.

Cheap and done anew in each build; the result does not depend on the order of the extractions.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.config import Config
from kg.corpus import group_near_duplicates
from kg.identity import Decision, Outcome, apply_decisions, merge_local
from kg.model import Claim, Corpus, Entity, Extraction, Link, Problem
from kg.relations import count_cooccurrences


def assemble(
    extractions: Iterable[Extraction],
    problems: Iterable[Problem],
    config: Config,
    decisions: Sequence[Decision] = (),
) -> Corpus:
    """The corpus that the extractions make together, with corpus-wide entity ids throughout.

    Raises: ConfigError if decisions contradict each other.
    """
    renamed, _ = settle(extractions, decisions)
    groups = group_near_duplicates((item.document.id, item.document.text) for item in renamed)
    pairs = count_cooccurrences(renamed, groups, config.windows, config.minimum_cooccurrence)
    return Corpus(
        extractions=renamed,
        entities=collect_entities(renamed),
        source_groups={item.document.id: groups.get(item.document.id, item.document.id) for item in renamed},
        cooccurrences=tuple(pairs),
        problems=tuple(sorted(problems, key=lambda problem: (problem.path, problem.message))),
    )


def settle(
    extractions: Iterable[Extraction], decisions: Sequence[Decision]
) -> tuple[tuple[Extraction, ...], Outcome]:
    """The extractions with corpus-wide ids, and what the decisions led to. Raises: ConfigError."""
    ordered = sorted(extractions, key=lambda extraction: extraction.document.id)
    outcome = apply_decisions(ordered, merge_local(ordered), decisions)
    renamed = (_rename(extraction, outcome.entities[extraction.document.id]) for extraction in ordered)
    return tuple(_leave_out(extraction, outcome) for extraction in renamed), outcome


def collect_entities(extractions: Iterable[Extraction]) -> dict[str, Entity]:
    """Each entity once, with the aliases and identifiers any document knows of it, by id."""
    found: dict[str, Entity] = {}
    for extraction in extractions:
        for entity in extraction.entities:
            known = found.setdefault(entity.id, entity)
            if known != entity:
                aliases = tuple(sorted({*known.aliases, *entity.aliases}))
                found[entity.id] = replace(known, aliases=aliases, ids={**entity.ids, **known.ids})
    return dict(sorted(found.items()))


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


def _leave_out(extraction: Extraction, outcome: Outcome) -> Extraction:
    """The extraction without dropped entities and rejected claims.

    A claim goes with the one it is attributed to: without a holder it would be stated as a fact.
    """
    gone = outcome.dropped
    if not gone and not outcome.rejected:
        return extraction
    claims = (
        replace(claim, speaker=None) if claim.speaker in gone else claim
        for claim in extraction.claims
        if claim.id not in outcome.rejected and gone.isdisjoint((claim.source, claim.target, *claim.holders))
    )
    return replace(
        extraction,
        entities=tuple(entity for entity in extraction.entities if entity.id not in gone),
        links=tuple(link for link in extraction.links if link.entity not in gone),
        claims=tuple(claims),
    )


def _rename_link(link: Link, ids: Mapping[str, str]) -> Link:
    return replace(link, entity=ids.get(link.entity, link.entity))


def _rename_claim(claim: Claim, ids: Mapping[str, str]) -> Claim:
    return replace(
        claim,
        source=ids.get(claim.source, claim.source),
        target=ids.get(claim.target, claim.target),
        holders=tuple(dict.fromkeys(ids.get(holder, holder) for holder in claim.holders)),
        speaker=ids.get(claim.speaker, claim.speaker) if claim.speaker else claim.speaker,
    )
