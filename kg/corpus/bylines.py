"""Lines that say whose words follow: "Jane Doe, fellow at …", "By Jane Doe", "Remarks by President Doe"."""

import re
from dataclasses import dataclass
from typing import Literal

from kg.corpus.names import ROLES, find_leading_name, has_title, is_person_name, is_role
from kg.model import Span

BylineUse = Literal["introduces", "wrote", "spoke", "interviewed"]
_MARKS = r"[*_#>\s]*"
_INTRODUCES = re.compile(
    rf"{_MARKS}(?P<name>[^,;:!?\n\r*_(]{{3,60}}?)[*_]*(?:\s*,[*_\s]+|\s+[–—-]\s+|\s+\()(?P<role>\S.*)",
    re.DOTALL,
)
_WROTE = re.compile(
    rf"{_MARKS}(?:(?:written|story|words|text|interview|analysis|commentary|opinion|op-ed)\s+)?by:?[*_]*\s+(?=\S)",
    re.IGNORECASE,
)
_NAMELESS = re.compile(
    rf"{_MARKS}(?P<who>(?:An?|The)\s+(?:[\w-]+\s+){{0,4}}?{ROLES.pattern}\s+(?:at|of|on|in|for|with|from)\b"
    r"[^.!?:;\n\r*]{0,150}[^\W_])[.*_]*"
)
_AFTER_AUTHOR = re.compile(r"\s*(?:$|[,|&·•(–—*_-]|and\b|for\b|in\b|at\b|\n)", re.IGNORECASE)
_SPOKE = re.compile(
    rf"""{_MARKS}(?:(?:transcript|text|full\s+text|video)\b[^.?!]{{0,20}}?)?
    \b(?:(?:opening|closing|joint|prepared|keynote|plenary|general|press)\s+)?
    (?:remarks|speech|statement|address|testimony|keynote|lecture|intervention|press\s+conference)\b
    [^.?!\n]{{0,60}}?\b(?:by|of|from)\s+(?P<who>[^\n\r]+)""",
    re.IGNORECASE | re.VERBOSE,
)
_INTERVIEWED = re.compile(
    rf"{_MARKS}(?:[^.?!\n]{{0,60}}\b)?(?:interview|conversation|q\s*&\s*a|discussion)\s+with\s+(?P<who>[^\n\r]+)",
    re.IGNORECASE,
)
_WHO_ENDS = re.compile(
    r"\s*(?:[,;:(|*_“\"]|\s[–—-]\s|\b(?:at|on|to|in|before|during|following|after|for|about|delivered)\b)",
    re.IGNORECASE,
)
LONGEST_WROTE = 20
LONGEST_SPOKE = 35
LONGEST_INTRODUCTION = 50


@dataclass(frozen=True, slots=True)
class Byline:
    """The span of the name, and whether it introduces a speaker, signs a text or heads a speech."""

    name: Span
    use: BylineUse


def find_byline(text: str, start: int, end: int) -> Byline | None:
    """The byline that the block [start, end) is, if it is one."""
    block = text[start:end]
    words = len(block.split())
    if words <= LONGEST_WROTE and (wrote := _WROTE.match(block)):
        name = find_leading_name(block[wrote.end() :])
        if name and _AFTER_AUTHOR.match(block, wrote.end() + len(name)):
            return Byline((start + wrote.end(), start + wrote.end() + len(name)), "wrote")
    introduced = _find_introduced(block) if words <= LONGEST_INTRODUCTION else None
    return Byline((start + introduced[0], start + introduced[1]), "introduces") if introduced else None


def find_nameless_byline(text: str, start: int, end: int) -> Byline | None:
    """The byline of a speaker without a name: "A researcher on Russia at a European institute."."""
    found = _NAMELESS.fullmatch(text, start, end)
    if found is None or not is_role(found["who"]):
        return None
    return Byline(found.span("who"), "introduces")


def find_heading_name(text: str, start: int, end: int) -> Byline | None:
    """Who speaks, or is asked, by the heading [start, end): "Remarks by …", "An interview with …"."""
    block = text[start:end]
    if len(block.split()) > LONGEST_SPOKE or block.rstrip("*_ ").endswith((".", "!", "?")):
        return None
    uses: tuple[tuple[re.Pattern[str], BylineUse], ...] = ((_SPOKE, "spoke"), (_INTERVIEWED, "interviewed"))
    for pattern, use in uses:
        found = pattern.match(block)
        span = _find_name_in(found["who"]) if found else None
        if found and span:
            offset = start + found.start("who")
            return Byline((offset + span[0], offset + span[1]), use)
    return None


def _find_introduced(block: str) -> Span | None:
    """The span of the name in "Jane Doe, director of the Oslo Forum."; None if the block is no such line."""
    found = _INTRODUCES.fullmatch(block)
    if found is None or block.endswith(","):
        return None
    name, role = found["name"].strip(), found["role"].strip(" *_).\n\r\t")
    if not _is_speaker_name(name) or not is_role(role):
        return None
    return found.start("name"), found.start("name") + len(name)


def _is_speaker_name(name: str) -> bool:
    return is_person_name(name) or (has_title(name) and len(name.split()) <= 5 and name[0].isupper())


def _find_name_in(who: str) -> Span | None:
    """The name in "Secretary of State Jane Doe at the opening"; None if there are two or none."""
    stop = _WHO_ENDS.search(who)
    phrase = who[: stop.start()] if stop else who.rstrip()
    if re.search(r"\b(?:and|with)\b|&", phrase, re.IGNORECASE):
        return None
    for word in re.finditer(r"\S+", phrase):
        if is_person_name(phrase[word.start() :]):
            return word.start(), len(phrase)
    return (0, len(phrase)) if has_title(phrase) else None
