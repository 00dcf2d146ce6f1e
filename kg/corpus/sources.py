"""Files, folders and patterns → the files to read, sorted by id, each once."""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.model import Problem

Report = Callable[[Problem], None]

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".jsonl", ".ndjson", ".csv")
READABLE = ".txt, .md, .html, .jsonl or .csv"
_PATTERN = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read; `id` is its path relative to the folder it was found in, with forward slashes."""

    id: str
    path: Path
    suffix: str


def list_sources(paths: Sequence[str | Path], report: Report) -> list[Source]:
    """The files of `paths` sorted by id; hidden files and those of other kinds are left out.

    A file reached on two ways is listed once, under the longer id. Raises: InputError for a path that
    is not there, a pattern or folder without a readable file, and a file of another kind.
    """
    found: dict[Path, Source] = {}
    for path in paths:
        for source in _list_path(Path(path), report):
            real = source.path.resolve()
            known = found.get(real)
            if known is None or (-len(source.id), source.id) < (-len(known.id), known.id):
                found[real] = source
    return sorted(found.values(), key=lambda source: (source.id, str(source.path)))


def _list_path(path: Path, report: Report) -> list[Source]:
    if path.is_dir():
        return _list_folder(path, report)
    if path.is_file():
        if path.suffix.lower() not in SUFFIXES:
            raise InputError(f"{path}: is of a kind that is not read; convert it to {READABLE}")
        return [_make_source(path, path.parent)]
    if _PATTERN.search(str(path)):
        return _list_pattern(path)
    if path.exists():
        raise InputError(f"{path}: is neither a file nor a folder; give one of them")
    raise InputError(f"{path}: is not there; check the spelling, or start from the folder it lies in")


def _list_folder(folder: Path, report: Report) -> list[Source]:
    files = list(_walk(folder, report, set()))
    known = [file for file in files if file.suffix.lower() in SUFFIXES]
    if not known:
        raise InputError(f"{folder}: holds no document; put {READABLE} files into it")
    others = Counter(
        file.suffix.lower() or "no suffix" for file in files if file.suffix.lower() not in SUFFIXES
    )
    if others:
        count = sum(others.values())
        kinds = ", ".join(f"{number} {suffix}" for suffix, number in sorted(others.items()))
        files_left = "1 file was" if count == 1 else f"{count} files were"
        report(
            Problem(
                _clean_name(folder), f"{files_left} left out ({kinds}); convert what matters to {READABLE}"
            )
        )
    return [_make_source(file, folder) for file in known]


def _walk(folder: Path, report: Report, seen: set[Path]) -> Iterator[Path]:
    """The visible files under `folder`; each folder is entered once, so that links cannot loop."""
    real = folder.resolve()
    if real in seen:
        return
    seen.add(real)
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: (entry.is_symlink(), entry.name))
    except OSError as error:
        report(Problem(_clean_name(folder), f"cannot be opened ({error.strerror}); change its permissions"))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, report, seen)
        elif entry.is_file():
            yield entry
        elif entry.is_symlink():
            report(Problem(_clean_name(entry), "is a link to nothing; remove it or mend it"))


def _list_pattern(pattern: Path) -> list[Source]:
    fixed = list(_leading(pattern.parts))
    base = Path(*fixed) if fixed else Path()
    rest = Path(*pattern.parts[len(fixed) :])
    matches = [
        path for path in base.glob(str(rest)) if _is_visible(path.relative_to(base)) and path.is_file()
    ]
    sources = [_make_source(path, base) for path in matches if path.suffix.lower() in SUFFIXES]
    if not sources:
        raise InputError(f"{pattern}: matches no {READABLE} file; check the pattern")
    return sources


def _leading(parts: Iterable[str]) -> Iterator[str]:
    for part in parts:
        if _PATTERN.search(part):
            return
        yield part


def _is_visible(path: Path) -> bool:
    return not any(part.startswith(".") for part in path.parts)


def _make_source(path: Path, base: Path) -> Source:
    return Source(_clean_name(path.relative_to(base)), path, path.suffix.lower())


def _clean_name(path: Path) -> str:
    """The path with forward slashes, and with � for bytes that are no UTF-8."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
