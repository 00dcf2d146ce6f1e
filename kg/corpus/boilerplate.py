"""Lines that belong to the page and not to its text: credits, disclaimers, invitations, notices."""

import re

from kg.corpus.datelines import find_dateline
from kg.corpus.dates import is_date_line
from kg.corpus.paragraphs import is_page_number, is_rule

# a block that opens like this is boilerplate if it has at most so many words
_OPENINGS: tuple[tuple[int, str], ...] = (
    (60, r"sources?\s*:"),
    (
        30,
        r"(?:(?:cover|featured|main|header|lead)\s+)?(?:image|photo|picture|photograph|video|graphic|map|chart|"
        r"illustration)s?(?:\s+(?:source|credits?|courtesy(?:\s+of)?|by))?\s*[:©]",
    ),
    (12, r"(?:image|photo(?:graph)?|picture|illustration|video)s?\s+(?:by|via|courtesy(?:\s+of)?)\b"),
    (20, r"(?:credits?|caption|courtesy(?:\s+of)?)\s*:"),
    (
        6,
        r"(?:getty(?:\s+images)?|shutterstock|alamy|istock|reuters|ap\s+photo|afp|epa|flickr|unsplash)(?:$|\s*/)",
    ),
    (60, r"(?:©|\(c\)\s+\d{4}|copyright\b)"),
    (
        25,
        r"(?:subscribe\b|sign\s+up\b|register\s+(?:now|here)\b|read\s+(?:more|also|next|the\s+full)\b|also\s+read\b|"
        r"see\s+also\b|related(?:\s+\w+)?(?:\s*:|$)|follow\s+us\b|share\s+(?:this|on)\b|advertisement\b|"
        r"sponsored(?:\s+\w+)?$|click\s+here\b|continue\s+reading\b|download\b|print\s+this\b|newsletter\b|"
        r"most\s+(?:read|popular)(?:\s+\w+)?$|you\s+(?:may|might)\s+also\s+like\b|recommended(?:\s+\w+)?(?:\s*:|$)|"
        r"tags?\s*:|topics?\s*:|filed\s+under\b|skip\s+to\b|back\s+to\s+top\b|support\s+our\b|donate\b|join\s+our\b|"
        r"comments?(?:\s*\(\d+\)|$)|leave\s+a\s+comment\b|log\s+in\b|sign\s+in\b|listen\s+to\s+this\b|"
        r"watch\s+the\s+video\b|privacy\s+policy\b|terms\s+of\s+(?:use|service)\b)",
    ),
    (6, r"more\s+(?:from|on)\b(?!.*[.!?]$)"),
    (6, r"(?:end\s+)?\d{1,2}:\d\d\s*(?:[ap]\.?m\b\.?)?[\s\w]{0,10}$"),
    (6, r"check\s+against\s+delivery\b"),
    (15, r"\d+\s+min(?:ute)?s?\s+read\b"),
    (
        40,
        r"[\[(*_]*(?:additional\s+|with\s+)?(?:reporting|writing|editing|reported|written\s+and\s+edited|edited|"
        r"compiled|translated|translation|transcribed)\s+(?:\w+\s+)?by\b",
    ),
    (20, r"(?:media|press)\s+(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))\b|contact\s*:"),
    (20, r"for\s+(?:more|further)\s+information\b"),
    (20, r"(?:author|date|url|link|publisher|language|id|e-?mail|tel|phone|fax)\s*:"),
    (
        20,
        r"(?:first\s+|originally\s+|last\s+)?(?:published|updated|posted|modified|released|dated)\b(?=.*\d)"
        r"(?:\s*:|\s+(?:on|at|by|in)\b|\s+\w+\s+\d|\s+\d)",
    ),
    (4, r"[-–—#*\s]*(?:ends|end|30)[-–—#*\s]*$"),
)
# a block that has this anywhere is boilerplate if it has at most so many words
_PHRASES: tuple[tuple[int, str], ...] = (
    (60, r"\ball\s+rights\s+reserved\b"),
    (100, r"\bdo(?:es)?\s+not\s+take\s+(?:any\s+)?institutional\s+positions?\b"),
    (
        100,
        r"\b(?:views?|opinions?|positions?)\b.{0,80}\b(?:are|is)\s+(?:solely\s+|entirely\s+|exclusively\s+)?"
        r"(?:those|that|the\s+responsibility)\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+)?"
        r"(?:individual\s+|respective\s+)?(?:author|writer|contributor|speaker)",
    ),
    (100, r"\b(?:views?|opinions?)\s.{0,80}\bdo(?:es)?\s+not\s+(?:necessarily\s+)?(?:reflect|represent)\b"),
    (
        60,
        r"\b(?:uses?|accept(?:ing)?|use\s+of|manage|all)\s+cookies\b|\bcookie\s+(?:policy|settings|preferences)\b",
    ),
    (60, r"\bmay\s+not\s+be\s+(?:published,\s+broadcast|reproduced|republished|redistributed)\b"),
    (
        40,
        r"^this\s+(?:article|essay|piece|text|post|commentary|interview|op-ed)\b.{0,40}\b(?:first\s+|originally\s+)"
        r"(?:published|appeared)\b|\b(?:republished|reprinted)\s+(?:here\s+)?(?:with|by)\s+permission\b",
    ),
    (
        40,
        r"\b(?:transcript|interview|conversation|text)s?\b.{0,60}\bedited\s+(?:\w+\s+){0,3}for\s+(?:\w+\s+){0,3}"
        r"(?:clarity|length|brevity|style)\b",
    ),
)
_WEB_ONLY = re.compile(r"(?:[<(\[]?(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]{3,100}|[|·•,]|\s)+")
_CREDIT_TAIL = re.compile(
    r"[(\[](?:additional\s+|with\s+)?(?:reporting|writing|editing|compiled|edited)\s+(?:\w+\s+)?by\b[^()\[\]]*[)\]]"
    r"[.\s]*$",
    re.IGNORECASE,
)
_STARTS = [(limit, re.compile(pattern, re.IGNORECASE)) for limit, pattern in _OPENINGS]
_FINDS = [(limit, re.compile(pattern, re.IGNORECASE | re.DOTALL)) for limit, pattern in _PHRASES]


def is_boilerplate(text: str) -> bool:
    """The block names the page, its pictures, rights, cookies or publication, and states nothing."""
    plain = text.strip("*_#>[] \t\r\n")
    if not plain or is_rule(plain) or is_page_number(text) or _WEB_ONLY.fullmatch(plain):
        return True
    words = len(plain.split())
    if any(words <= limit and pattern.match(plain) for limit, pattern in _STARTS):
        return True
    if any(words <= limit and pattern.search(plain) for limit, pattern in _FINDS):
        return True
    return is_date_line(plain) or _is_dateline(text)


def _is_dateline(text: str) -> bool:
    dateline = find_dateline(text)
    return dateline is not None and dateline.length == len(text)


def find_credit_tail(text: str, start: int, end: int) -> int:
    """Where a reporting credit in brackets ends the paragraph [start, end); `end` if there is none."""
    found = _CREDIT_TAIL.search(text, max(start, end - 400), end)
    return found.start() if found else end
