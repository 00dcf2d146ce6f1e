"""Files that appear whole or not at all, and text that any reader of them accepts."""

import os
import re
import tempfile
from pathlib import Path

from kg.errors import OutputError

# What XML 1.0 forbids: control characters, lone surrogates and the two non-characters.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def write_text(path: Path, text: str) -> Path:
    """Write `text` as UTF-8 with "\\n" line ends, by way of a file beside `path` that then takes its place.

    Raises: OutputError if the place cannot be written.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(temporary).chmod(0o666 & ~_read_umask())
        Path(temporary).replace(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OutputError(f"{path}: cannot be written ({reason}); give another folder with -o") from error
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
    return path


def strip_controls(text: str) -> str:
    """`text` with every character that XML and spreadsheets refuse replaced by U+FFFD."""
    return FORBIDDEN.sub("\ufffd", text)


def _read_umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask
