"""What a person's name, a title and a role look like on the page, before any language model runs."""

import re
from collections.abc import Sequence


def word_set(words: str) -> frozenset[str]:
    """The words of a text, once each."""
    return frozenset(words.split())


TITLES = word_set(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady president vice prime minister secretary
    senator sen rep representative congressman congresswoman ambassador amb general gen admiral adm
    colonel col captain capt major maj lieutenant lt commander chancellor premier king queen prince
    princess sheikh sultan emir pope archbishop rev governor gov mayor commissioner chairman chairwoman
    chair director spokesman spokeswoman spokesperson under deputy foreign defense defence attorney
    justice judge high hon h.e excellency acting former speaker delegate
    """
)
PARTICLES = word_set(
    """
    de del della da dos das du di van von der den bin ibn bint al el la le ter ten zu y e af av
    """
)
ROLES = re.compile(
    r"\b(?:director|fellow|professor|analyst|ambassador|minister|president|secretary|chair(?:man|woman|"
    r"person)?|chief|editor|correspondent|journalist|researcher|scholar|expert|lecturer|historian|"
    r"economist|scientist|advis[eo]r|head|(?:co-?)?founder|partner|associate|author|columnist|envoy|"
    r"commissioner|senator|congress(?:man|woman)|spokes(?:man|woman|person)|diplomat|general|admiral|"
    r"colonel|officer|deputy|member|representative|chancellor|governor|mayor|lawyer|consultant|strategist|"
    r"coordinator|manager|executive|commentator|reporter|activist|specialist|dean|rector|candidate|leader|"
    r"negotiator|inspector|commander)s?\b",
    re.IGNORECASE,
)
_NOT_IN_NAMES = word_set(
    """
    your state the a an and or for to in on at with from about after against center centre university ministry
    council institute union nations states kingdom republic committee department agency party treaty
    agreement act accord summit war north south east west new united program programme report house bank
    fund court group force forces policy security view how why what who when where is are will does
    foundation association organization conference assembly parliament congress press office of our his
    her their its
    """
)
_FINITE = re.compile(
    r"""\b(?:is|are|was|were|has|have|had|will|would|can|could|must|should|says?|said|tells|told|argues?|argued|
    believes?|announced|warn(?:s|ed)|added|did|does|wrote|noted|called|met|visited|signed|agreed|rejected|urged|
    died|arrived|resigned|accused|denied|took|presided|resumed|spoke|gave|insist(?:s|ed)|wants?|thinks?)\b""",
    re.VERBOSE,
)
_RELATIVE = re.compile(r"\b(?:who|which|that|where|whose)\b.*", re.DOTALL)
_SENTENCE_BREAK = re.compile(r"(?<![A-Z])(?<!\b(?:Dr|Mr|Ms|St))(?<!\b(?:Mrs|Gen|Gov|Sen))[.!?]\s+\S")
LONGEST_ROLE = 40


def words_of(text: str) -> list[str]:
    """The words of a line as written, without the punctuation around them but with inner full stops."""
    return [word for word in (raw.strip("*_,;:()[]\"'“”‘’") for raw in text.split()) if word]


def is_capitalised(words: Sequence[str]) -> bool:
    """Each word opens with a capital, but for the particles of names and `of`, `the`, `and`."""
    return all(
        word in PARTICLES or word in ("of", "the", "and", "for") or _is_capital(word) for word in words
    )


def has_title(text: str) -> bool:
    """The text opens with a form of address or an office, and a name follows."""
    words = words_of(text)
    return len(words) > 1 and _is_title(words[0] if words[0].casefold() != "the" else words[1])


def is_person_name(text: str) -> bool:
    """The text looks like the full name of a person, with or without a title before it."""
    words = words_of(text)
    while words and _is_title(words[0]):
        words = words[1:]
    if not 2 <= len(words) <= 5 or re.search(r"[\d,:;!?/@]", text):
        return False
    if any(word.casefold() in _NOT_IN_NAMES for word in words) or words[-1] in PARTICLES:
        return False
    return all(word in PARTICLES or _is_capital(word) for word in words)


def find_leading_name(text: str) -> str:
    """The longest run of words at the start of `text` that looks like a person's name; "" if none."""
    words = re.match(r"[^,;:|(\n]{0,80}", text)
    parts = re.split(r"(\s+)", words[0].rstrip()) if words else []
    for count in range(len(parts), 0, -1):
        name = "".join(parts[:count]).rstrip()
        if is_person_name(name):
            return name
    return ""


def is_role(text: str) -> bool:
    """The text names an office or a profession and states nothing: "senior fellow at the Centre"."""
    words = text.split()
    if not words or len(words) > LONGEST_ROLE or _SENTENCE_BREAK.search(text):
        return False
    return bool(ROLES.search(" ".join(words[:10]))) and not _FINITE.search(_RELATIVE.sub("", text))


def _is_capital(word: str) -> bool:
    stem = re.sub(r"^(?:al|el|ad|an|as|ash|ul|d|l|o)[-'’]", "", word)
    return stem[:1].isupper()


def _is_title(word: str) -> bool:
    return word.rstrip(".").casefold() in TITLES
