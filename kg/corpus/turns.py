"""Who speaks in which block: by labels, by the bylines of an interview, or by the heading of a speech."""

from collections import Counter
from collections.abc import Collection, Sequence

from kg.corpus.bylines import Byline
from kg.corpus.kinds import is_pure_question, is_question
from kg.corpus.labels import Label, find_label, is_aside
from kg.corpus.names import has_title, is_person_name
from kg.model import Block, BlockKind, Span

SPOKEN = ("paragraph", "question", "byline")
MOSTLY = 0.6
QUESTIONS_OF_AN_INTERVIEW = 3


def find_turn_labels(text: str, spans: Sequence[Span]) -> list[Label | None]:
    """For each paragraph the label that opens it; all None where the text is no transcript."""
    found = [find_label(text, *span) for span in spans]
    labels = [label for label in found if label]
    if not _is_transcript(text, spans, found):
        return [None] * len(spans)
    counts = Counter(label.key for label in labels)
    asked = any(label.role == "asks" for label in labels)
    return [label if label and _opens_turn(text, label, counts, asked) else None for label in found]


def assign_turns(
    text: str,
    spans: Sequence[Span],
    kinds: Sequence[BlockKind],
    labels: Sequence[Label | None],
    bylines: Sequence[Byline | None],
) -> list[Block]:
    """The blocks, with questions told from answers and the speaker of each turn."""
    if any(labels):
        return _assign_labelled(text, spans, kinds, labels, _find_interviewee(bylines))
    asked = _find_questions(text, spans, kinds, bylines)
    return _assign_introduced(spans, asked, _find_openings(asked, bylines))


def _is_transcript(text: str, spans: Sequence[Span], found: Sequence[Label | None]) -> bool:
    labels = [label for label in found if label]
    if any(label.role in ("asks", "hosts") for label in labels):
        return True
    names = [text[slice(*label.name)] for label in labels if label.role == "named"]
    if sum(has_title(name) or is_person_name(name) for name in names) >= 2:
        return True
    if any(count >= 2 and name.isupper() for name, count in Counter(names).items()):
        return True
    return bool(_find_asking_keys(text, spans, found))


def _opens_turn(text: str, label: Label, counts: Counter[str], asked: bool) -> bool:
    if label.role == "answers":
        return asked
    name = text[slice(*label.name)]
    return (
        label.role in ("asks", "hosts")
        or counts[label.key] >= 2
        or label.bold
        or name.isupper()
        or has_title(name)
        or is_person_name(name)
    )


def _find_asking_keys(text: str, spans: Sequence[Span], labels: Sequence[Label | None]) -> set[str]:
    """The labels that recur and whose turns are mostly questions, where others answer."""
    turns: Counter[str] = Counter()
    questions: Counter[str] = Counter()
    for span, label in zip(spans, labels, strict=True):
        if label:
            turns[label.key] += 1
            questions[label.key] += is_question(text[label.end : span[1]])
    asking = {key for key, count in turns.items() if count >= 2 and questions[key] >= MOSTLY * count}
    return asking if set(turns) - asking else set()


def _find_interviewee(bylines: Sequence[Byline | None]) -> Span | None:
    """The one person introduced as a speaker; None where there are several or none."""
    names = [byline.name for byline in bylines if byline and byline.use in ("introduces", "interviewed")]
    return names[-1] if len(names) == 1 else None


def _assign_labelled(
    text: str,
    spans: Sequence[Span],
    kinds: Sequence[BlockKind],
    labels: Sequence[Label | None],
    interviewee: Span | None,
) -> list[Block]:
    asking = _find_asking_keys(text, spans, labels)
    only_questions = all(label.role == "asks" for label in labels if label)
    blocks: list[Block] = []
    speaker: Span | None = None
    is_asked = False
    for (start, end), kind, label in zip(spans, kinds, labels, strict=True):
        if label:
            is_asked = label.role == "asks"
            speaker = None if is_asked else interviewee if label.role == "answers" else label.name
            kind = _find_kind_of_turn(text[label.end : end], label, asking)
        elif is_aside(text[start:end]):
            speaker, is_asked = None, False
        elif kind == "paragraph" and is_asked:
            kind, speaker = ("paragraph", interviewee) if only_questions else ("question", None)
        blocks.append(Block(start, end, kind, speaker if kind in SPOKEN else None))
    return blocks


def _find_kind_of_turn(words: str, label: Label, asking: Collection[str]) -> BlockKind:
    if not words.strip():
        return "byline"
    asks_by_name = label.role == "hosts" or label.key in asking
    return "question" if label.role == "asks" or (asks_by_name and is_question(words)) else "paragraph"


def _find_questions(
    text: str, spans: Sequence[Span], kinds: Sequence[BlockKind], bylines: Sequence[Byline | None]
) -> list[BlockKind]:
    """The kinds, with paragraphs that ask made questions where the text is an interview."""
    blocks = [
        text[slice(*span)] if kind == "paragraph" else "" for span, kind in zip(spans, kinds, strict=True)
    ]
    pure = [is_pure_question(block) for block in blocks]
    introduced = any(byline and byline.use in ("introduces", "interviewed") for byline in bylines)
    if not any(pure) or (not introduced and sum(pure) < QUESTIONS_OF_AN_INTERVIEW):
        return list(kinds)
    # what asks after a statement is a question only if an answer follows; else the speaker asks himself
    answered = [bool(after) and not is_pure_question(after) for after in [*blocks[1:], ""]]
    asks = [p or (a and is_question(b)) for p, a, b in zip(pure, answered, blocks, strict=True)]
    return ["question" if asked else kind for asked, kind in zip(asks, kinds, strict=True)]


def _find_openings(kinds: Sequence[BlockKind], bylines: Sequence[Byline | None]) -> list[Byline | None]:
    """The bylines that open a turn: of an interview or a round table, not those of a list of people."""
    introduced = [byline is not None and byline.use == "introduces" for byline in bylines]
    several = sum(introduced) >= 2
    openings: list[Byline | None] = []
    for index, byline in enumerate(bylines):
        listed = introduced[index] and any(
            introduced[max(index - 1, 0) : index] + introduced[index + 1 : index + 2]
        )
        interview = "question" in kinds or several
        opens = byline is not None and (
            byline.use == "spoke" or (byline.use != "wrote" and interview and not listed)
        )
        openings.append(byline if opens else None)
    return openings


def _assign_introduced(
    spans: Sequence[Span], kinds: Sequence[BlockKind], openings: Sequence[Byline | None]
) -> list[Block]:
    blocks: list[Block] = []
    speaker: Span | None = None
    for (start, end), kind, opening in zip(spans, kinds, openings, strict=True):
        if opening:
            speaker = opening.name
        blocks.append(Block(start, end, kind, speaker if kind in ("paragraph", "byline") else None))
    return blocks
