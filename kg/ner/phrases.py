"""Walks over capitalised words: where a name that holds a given word begins and ends."""

from dataclasses import dataclass

from kg.ner.page import Page

CUT_LABELS = ("PERSON", "GPE")
# heads that more often are what a treaty is about: "Friendship and Peace"
VIRTUES = frozenset({"Peace", "Understanding", "Truce"})


@dataclass(frozen=True, slots=True)
class Rules:
    """Which small words may stand inside a name and which words bound it."""

    openers: frozenset[str]
    stops: frozenset[str]
    links: frozenset[str]
    inner: frozenset[str]
    heads: frozenset[str]
    subjects: frozenset[str]
    owners: frozenset[str]
    dates: frozenset[str]


def walk_left(page: Page, index: int, rules: Rules) -> int:
    """The index where the run of capitalised words that ends before `index` begins (`index` if none)."""
    first = place = index
    while place > 0 and not page.opens[place]:
        before = place - 1
        word = page.words[before]
        if page.capital[before]:
            if word in rules.stops or (word in rules.openers and (page.opens[before] or len(word) < 4)):
                break
            first = place = before
        elif word == "-" and before > 0 and page.ends[before - 1] == page.starts[before]:
            place = before - 1
            first = place if page.capital[place] or first == index else first
        elif word == "-" and before > 0 and page.states[before - 1] and page.states[place]:
            place = before
        elif word == ")" and _is_bracketed(page, before):
            place = before - 2
        elif (
            word in ("'s", "'") and (_opens_with_verb(page, before) or page.words[before - 1] in rules.owners)
        ) or (word in ("and", "&", "of", "for") and _joins_left(page, before, rules)):
            place = before
        else:
            break
    return first


def _is_bracketed(page: Page, close: int) -> bool:
    return (
        close > 2
        and page.words[close - 2] == "("
        and page.words[close - 1].isupper()
        and page.capital[close - 3]
    )


def _opens_with_verb(page: Page, index: int) -> bool:
    """A title such as "Countering America's Adversaries …" goes on left of its possessive."""
    before = index - 1
    while before >= 0 and index - before < 5 and page.capital[before]:
        if before < index - 1 and page.words[before].endswith("ing"):
            return True
        before -= 1
    return False


def _joins_left(page: Page, index: int, rules: Rules) -> bool:
    before = index - 1
    if before < 0 or not page.capital[before] or (page.opens[before] and page.words[before] in rules.openers):
        return False
    free = page.labels[before] in ("", "LAW", "ORG") and not page.states[before]
    return free and page.words[before] not in rules.heads and page.words[before] not in rules.stops


def walk_right(page: Page, index: int, rules: Rules) -> int:
    """The index of the last word of the title that has its head at `index` (`index` if it ends there)."""
    place = index + 1
    if place >= len(page) or page.lowers[place] not in rules.links or page.opens[place]:
        return index
    if page.lowers[place] in ("with", "in", "to", "under") and not _may_open(page, place, rules):
        return index
    if end := _walk_place(page, place):
        return end
    last, small = index, 0
    while place < len(page) and not page.opens[place] and small < 5:
        if page.capital[place] or (
            page.words[place - 1] == "-" and page.ends[place - 1] == page.starts[place]
        ):
            if _cuts(page, place, rules):
                break
            last, small = place, 0
        elif page.words[place] in ("-", "/", "'s", "'"):
            pass
        elif page.lowers[place] in rules.inner or page.lowers[place] in rules.links:
            if page.lowers[place] in ("and", "or", ",") and _begins_other(page, place, rules):
                break
            small += 1
        elif page.words[place] == "," and _goes_on(page, place, rules):
            pass
        elif page.words[place] == "(" and _is_aside(page, place):
            place += 2
            last = place
        elif not _is_small_word(page, place):
            break
        place += 1
    return last


def walk_subject(page: Page, index: int) -> int:
    """The last word of the subject behind "on", "concerning" … that is written small, by the parse."""
    link = page.tokens[index + 1]
    place = index + 2
    limit = min(page.token_at(link.right_edge.idx), index + 16)
    last = index
    while place <= limit and not page.opens[place]:
        if (
            page.pos[place] in ("AUX", "PUNCT", "SCONJ", "PRON", "NUM")
            or page.lowers[place] in ("which", "that", "who")
            or page.labels[place] in ("DATE", "TIME")
        ):
            break
        if (page.pos[place] == "VERB" and page.tokens[place].tag_ not in ("VBG", "VBN")) or page.lowers[
            place
        ] in ("article", "articles", "paragraph", "signed"):
            break
        if page.pos[place] in ("NOUN", "PROPN"):
            last = place
        place += 1
    return last


def _walk_place(page: Page, link: int) -> int:
    """The end of a place behind "of" or "in" ("Treaty of New York"), 0 if none stands there."""
    first = link + 1
    if page.lowers[link] != "of" or first >= len(page):
        return 0
    if page.words[first] == "The" and first + 1 < len(page):
        first += 1
    if page.labels[first] not in ("GPE", "LOC", "FAC"):
        return 0
    last = first
    while last + 1 < len(page) and page.tokens[last + 1].ent_iob_ == "I":
        last += 1
    if last + 1 < len(page) and page.lowers[last + 1] == "as":
        return 0
    if page.words[link - 1].endswith("s") and page.lowers[last + 1 : last + 2] == ["and"]:
        second = last + 2
        return second if second < len(page) and page.labels[second] == "GPE" else last
    if last + 1 < len(page) and page.lowers[last + 1] in ("and", "of", "'s"):
        return (
            0
            if page.labels[min(last + 2, len(page) - 1)] == "" and page.capital[min(last + 2, len(page) - 1)]
            else last
        )
    return last


def _may_open(page: Page, link: int, rules: Rules) -> bool:
    """Whether "with", "in", "to", "under" open the rest of a title here."""
    word, after = page.lowers[link], link + 1
    while after < len(page) and page.lowers[after] in ("the", "a", "an"):
        after += 1
    if after >= len(page) or not page.capital[after]:
        return False
    if word == "with":
        return page.lowers[link - 1] in ("peace",)
    if word == "in":
        return page.labels[after] not in ("GPE", "DATE", "FAC")
    if word == "to":
        return (after == link + 1 and page.labels[after] == "") or _leads_to_head(page, after, rules)
    return _leads_to_head(page, after, rules)


def _leads_to_head(page: Page, place: int, rules: Rules, heads: frozenset[str] = frozenset()) -> bool:
    heads = heads or rules.heads
    for index in range(place, min(place + 7, len(page))):
        if page.words[index] in heads:
            return True
        if not page.capital[index] and page.words[index] not in ("-", "'s"):
            return False
    return False


def _cuts(page: Page, place: int, rules: Rules) -> bool:
    before = page.lowers[place - 1]
    if page.words[place] in rules.dates:
        return True
    if page.states[place] and page.capital[place - 1] and not page.states[place - 1]:
        return True
    if before in ("with", "in", "at", "by") and not _may_open(page, place - 1, rules):
        return (
            before in ("in", "at")
            or page.states[place]
            or page.labels[place] in (*CUT_LABELS, "NORP", "DATE")
        )
    if before == "the" and page.lowers[place - 2] in ("in", "with", "at", "by"):
        state = page.states[place] or page.labels[place] in CUT_LABELS
        return state and page.lowers[place - 3] != "peace"
    return (
        before in ("to", "under", "from")
        and page.labels[place] in ("PERSON", "GPE", "ORG")
        and not _leads_to_head(page, place, rules)
    )


def _begins_other(page: Page, place: int, rules: Rules) -> bool:
    """Behind this "and" comes a title or an actor of its own, not the rest of this title."""
    after = place + 1
    article = after < len(page) and page.lowers[after] in ("the", "a", "an")
    after += article
    if after >= len(page):
        return True
    if _leads_to_head(page, after, rules, rules.heads - VIRTUES) or (article and not page.capital[after]):
        return True
    return bool(article) and (page.labels[after] in ("ORG", "PERSON", "GPE", "LAW") or page.states[after])


def _goes_on(page: Page, comma: int, rules: Rules) -> bool:
    """The comma stands inside an enumeration of the title: capital words up to an "and" or "or"."""
    after = comma + 1
    if after < len(page) and page.lowers[after] in ("and", "or", "including"):
        return after + 1 < len(page) and page.capital[after + 1] and not _begins_other(page, after, rules)
    if (
        after >= len(page)
        or not page.capital[after]
        or page.labels[after] in (*CUT_LABELS, "DATE")
        or page.states[after]
    ):
        return False
    if _leads_to_head(page, after, rules):
        return False
    for index in range(after + 1, min(after + 9, len(page) - 1)):
        if page.lowers[index] in ("and", "or"):
            return page.capital[index + 1] and not page.states[index + 1]
        if (
            not page.capital[index]
            and page.words[index] not in (",", "-")
            and page.lowers[index] not in rules.inner
        ):
            return False
    return False


def _is_aside(page: Page, place: int) -> bool:
    """A bracketed word of the title: "Bacteriological (Biological) and Toxin"."""
    return (
        place + 4 < len(page)
        and page.words[place + 2] == ")"
        and page.capital[place + 1]
        and not page.words[place + 1].isupper()
        and page.lowers[place + 3] in ("and", "or")
        and page.capital[place + 4]
    )


def _is_small_word(page: Page, place: int) -> bool:
    """One word written small between two written large: "Board aircraft", "on narcotic Drugs"."""
    after = place + 1
    return (
        page.pos[place] in ("ADJ", "NOUN", "VERB")
        and after < len(page)
        and page.capital[after]
        and page.labels[after] not in CUT_LABELS
        and page.lowers[place - 1] in ("on", "of", "and", "the", "in", "for", "against", "-")
    )
