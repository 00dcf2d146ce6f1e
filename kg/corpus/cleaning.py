"""A Document's text made easy to parse, each character at its place: the length never changes."""

import html
import re
import unicodedata

from kg.corpus.labels import find_label
from kg.corpus.names import TITLES
from kg.model import Block, Document

_REPLACED = {
    **dict.fromkeys("’‘‚‛ʼ′´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒−⁃", "-"),
}
_INSIDE_WORDS = re.compile(r"(?<=[^\W\d_])[¬`](?=[^\W\d_])")
_PICTURE = re.compile(r"!\[[^\]\n]*\]\([^()\s]*(?:\s[^()]*)?\)")
_LINK = re.compile(
    r"\[(?P<text>[^\[\]]+)(?P<target>\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+[\"'][^\"']*[\"'])?\))"
)
_ADDRESS = re.compile(
    r"<?(?:https?://|ftp://|www\.)[^\s<>\"]*[^\s<>\".,;:!?)\]']/?>?|<?\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}\b>?"
)
_TAG = re.compile(
    r"<!--.{0,2000}?-->|</?(?:a|abbr|b|i|u|s|em|strong|br|p|div|span|sup|sub|h[1-6]|ul|ol|li|blockquote|img|hr|table|"
    r"thead|tbody|t[rdh]|figure|figcaption|cite|q|small|font)(?:\s[^<>]*)?/?>",
    re.DOTALL | re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[\da-fA-F]{1,6}|[A-Za-z]{2,8});")
_MARKS = re.compile(
    r"""\*+ | `+ | ~~ | \| | \\(?=[*_#\[\]`-]) | \[\^?\d{1,3}\]      # emphasis, tables, escapes, notes
    | (?<![^\W_])_+ | _+(?![^\W_])                              # emphasis by underscores, not snake_case
    | (?m:^[ \t]*(?:>[ \t]?)+) | (?m:^[ \t]*\#{1,6}(?=\s))      # quotations and headings
    | (?m:[ \t]\#+[ \t]*$) | (?<![\w&])\#(?=[^\W\d])            # closed headings and hashtags
    | (?m:^[ \t]*[-+•‣▪◦●·][ \t]+) | (?m:^[ \t]*[-=]{3,}[ \t]*$) | [•‣▪◦●]
    | (?<=\n)[ ]*\d[\d/ –-]{0,19}(?=\n)""",
    re.VERBOSE,
)
_ENUMERATOR = re.compile(r"\A[ \t]*(?:\d{1,3}[.)]|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)|[a-z]\))(?=\s+\S)")
LONGEST_ACRONYM = 4


def clean_for_parsing(document: Document) -> str:
    """The text with plain quotes, and with blanks where marks, addresses and boilerplate stand.

    As long as `document.text`, so that every offset holds in both. Line ends within a block are blanks,
    those between blocks stay. The name of a turn's label stays and ends with a full stop.
    """
    plain = _replace_characters(document.text)
    parts: list[str] = []
    done = 0
    for block in document.blocks:
        parts += [plain[done : block.start], _clean_block(plain, block)]
        done = block.end
    return "".join([*parts, plain[done:]])


def _replace_characters(text: str) -> str:
    text = text.translate({ord(character): _replace(character) for character in set(text)})
    return _INSIDE_WORDS.sub(lambda found: "-" if found[0] == "¬" else "'", text)


def _replace(character: str) -> str:
    if character in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029":
        return "\n"
    if unicodedata.category(character) in ("Zs", "Cc", "Cf", "Cs", "Co", "Cn"):
        return " "
    return _REPLACED.get(character, character)


def _clean_block(text: str, block: Block) -> str:
    if block.kind == "boilerplate":
        return " " * (block.end - block.start)
    cleaned = _LINK.sub(_unlink, _PICTURE.sub(_blank, _clean_label(text, block)))
    for pattern in (_ADDRESS, _TAG, _ENUMERATOR):
        cleaned = pattern.sub(_blank, cleaned)
    cleaned = _ENTITY.sub(_read_entity, cleaned)
    return _MARKS.sub(_blank, cleaned).replace("\n", " ")


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _unlink(found: re.Match[str]) -> str:
    return " " + found["text"] + " " * len(found["target"])


def _read_entity(found: re.Match[str]) -> str:
    character = html.unescape(found[0])
    return _replace(character).ljust(len(found[0])) if len(character) == 1 else found[0]


def _clean_label(text: str, block: Block) -> str:
    """The block, its label turned into a sentence of its own: "Trenin." for "**TRENIN:**"; "Q:" goes."""
    cleaned = text[block.start : block.end]
    label = find_label(text, block.start, block.end)
    if label is None or (label.name != block.speaker and label.role not in ("asks", "answers")):
        return cleaned
    kept = ""
    if label.name == block.speaker:
        kept = " " * (label.name[0] - block.start) + _lower_capitals(text[slice(*label.name)]) + "."
    width = label.end - block.start
    return kept.ljust(width) + cleaned[width:]


def _lower_capitals(name: str) -> str:
    """The name as a model of mixed-case text knows names: "Mr. Trenin" for "MR. TRENIN", but "NATO"."""
    return re.sub(r"[^\W\d_]+", _lower_word, name) if name.isupper() else name


def _lower_word(found: re.Match[str]) -> str:
    word = found[0]
    is_acronym = len(word) <= LONGEST_ACRONYM and word.casefold() not in TITLES | {"the", "of", "and"}
    lower = word[1:].lower()
    return word if is_acronym or len(lower) != len(word) - 1 else word[0] + lower
