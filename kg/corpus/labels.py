"""The label that opens a turn: `Q:`, `TRENIN:`, `Mr. Lavrov (via interpreter):`, `**Jane Doe:**`."""

import re
from dataclasses import dataclass
from typing import Literal

from kg.corpus.names import has_title, is_capitalised, is_person_name, word_set, words_of
from kg.model import Span

LabelRole = Literal["asks", "answers", "hosts", "named"]

ASKERS = word_set(
    """
    q question questions interviewer reporter reporters journalist questioner correspondent press
    """
)
ANSWERERS = word_set(
    """
    a answer answers response reply interviewee
    """
)
HOSTS = word_set(
    """
    moderator host presenter anchor operator
    """
)
# words that open a line with a colon and are nobody's name
NOT_PERSONS = word_set(
    """
    abstract action actions address agenda aim also analysis annex appendix article attachment attention
    attendees author background breaking briefing by caption cc chapter classification comment
    conclusion conclusions contact context copyright correction credit date decision decisions
    definition disclaimer distribution editor editor's email enclosure end event example exception fact
    facts fax figure findings finding from goal headline image impact implication implications important
    info information introduction issue issues item keywords key language lesson lessons link location
    map media method more next note notes number objective option options outcome outlook overview page
    part participants phase phone photo picture place point points policy present problem problems
    publisher published purpose re read reason reasons recommendation recommendations ref reference
    references refs related remark result results risk risks scope section see sidebar solution source
    sources speaker speakers stage status step steps subject summary table tags tel telephone text theme
    time timeline title to tool topic topics transcript translation update updated updates url version
    video warning watch website why what when where who how
    """
)
_SHORT = re.compile(
    r"(?P<open>[*_\s>]*)(?P<name>[QA])(?P<close>[.:][*_]*(?=\s|$)|[*_]+:|[ \t]{2,}|\s+[–—-]\s)"
)
_LONG = re.compile(
    r"""(?P<open>[*_\s>]*)(?P<name>[^\W\d_a-z][^:*_\n\r()\[\]?!;"“”]{0,60}?)
        \s*(?:[(\[][^()\[\]\n]{1,40}[)\]]\s*)?
        (?P<close>:[*_]*(?=\s|$)|[*_]+\s*(?:[(\[][^()\[\]\n]{1,40}[)\]]\s*)?:)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """What opens a turn: the span of its name, where the turn's own words begin, and whose label it is."""

    name: Span
    end: int
    key: str
    role: LabelRole
    bold: bool


def find_label(text: str, start: int, end: int) -> Label | None:
    """What could be a turn label at `start`; whether it is one, the whole text must tell."""
    found = _SHORT.match(text, start, end) or _LONG.match(text, start, end)
    if found is None:
        return None
    name = found["name"].rstrip()
    words = words_of(name)
    if not words or len(words) > 6 or not is_capitalised(words):
        return None
    key = " ".join(words).casefold().removeprefix("the ")
    if NOT_PERSONS & set(key.split()[:1] + key.split()[-1:]):
        return None
    begin = found.start("name")
    bold = "*" in found["open"] or "_" in found["open"]
    return Label((begin, begin + len(name)), found.end(), key, _find_role(key), bold)


def starts_with_label(line: str) -> bool:
    """The line opens with what is a turn label on its face: `Q:`, capitals, a title or a full name."""
    label = find_label(line, 0, len(line))
    if label is None:
        return False
    name = line[slice(*label.name)]
    return label.role != "named" or name.isupper() or has_title(name) or is_person_name(name)


def is_aside(block: str) -> bool:
    """The block opens with "Background:", "Note:" and the like: whoever had the turn has it no more."""
    word, colon, _ = block.partition(":")
    return bool(colon) and word.strip("*_ ").casefold() in NOT_PERSONS


def _find_role(key: str) -> LabelRole:
    if key in ASKERS:
        return "asks"
    if key in ANSWERERS:
        return "answers"
    return "hosts" if key in HOSTS else "named"
