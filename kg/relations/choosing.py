"""Of several readings of one phrase the best: the most specific frame, the verb before its noun."""

from collections.abc import Container, Iterable, Mapping

from kg.model import Entity
from kg.relations.writing import Finding

# the sectors of those who take to the streets
CROWDS = frozenset({"CVL", "ETH", "LAB", "OPP", "REF", "REL"})


def choose_findings(findings: Iterable[Finding], known: Mapping[str, Entity]) -> list[Finding]:
    """For each word and pair of actors the most specific frame; of equals the one that suits the source,
    then the one with the narrower target types."""
    best: dict[tuple[int, int, int], list[Finding]] = {}
    for finding in findings:
        ends = sorted((finding.source.start, finding.target.start))
        key = (finding.match.head.i, ends[0], ends[1])
        if key not in best or _rank(finding, known) > _rank(best[key][0], known):
            best[key] = [finding]
        elif finding.match is best[key][0].match:
            best[key].append(finding)
    chosen = _without_objects([finding for found in best.values() for finding in found])
    told = {
        (finding.match.last.i, *ends)
        for finding in chosen
        if finding.match.last.i != finding.match.head.i
        for ends in _ends(finding)
    }
    return [finding for finding in chosen if not _is_told_by_verb(finding, told)]


def _ends(finding: Finding) -> tuple[tuple[str, str], ...]:
    ends = finding.source.entity, finding.target.entity
    return (ends, ends[::-1]) if finding.match.path.endswith("A+B") else (ends,)


def _without_objects(findings: list[Finding]) -> list[Finding]:
    """Without the target that is only the object of a fuller reading: "blamed the attack on B"."""
    fuller = {
        (finding.match.head.i, finding.source.entity): finding.match.frame.priority
        for finding in sorted(findings, key=lambda finding: finding.match.frame.priority)
        if finding.match.frame.object and finding.match.frame.object.name != "B"
    }
    return [
        finding
        for finding in findings
        if finding.match.frame.object is None
        or finding.match.frame.object.name != "B"
        or finding.match.frame.priority >= fuller.get((finding.match.head.i, finding.source.entity), 0)
    ]


def _rank(finding: Finding, known: Mapping[str, Entity]) -> tuple[int, bool, int]:
    is_protest = finding.type.name == "PROTEST"
    is_crowd = known[finding.source.entity].sector in CROWDS
    return finding.match.frame.priority, is_protest is is_crowd, -len(finding.type.targets)


def _is_told_by_verb(finding: Finding, told: Container[tuple[int, str, str]]) -> bool:
    """Whether the noun only names what the verb does: "lifted its ban" imposes none."""
    key = (finding.match.head.i, finding.source.entity, finding.target.entity)
    return finding.match.path.startswith("noun") and finding.type.family != "standing" and key in told
