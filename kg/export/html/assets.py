"""The page's template, style and scripts, and the policy that lets nothing else run."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

import pyvis
from jinja2 import Environment, PackageLoader, select_autoescape

from kg.errors import OutputError

# Plain scripts, in the order they are joined: each uses only what stands before it.
SCRIPTS = (
    "data", "text", "claims", "periods", "filters", "graph", "reach", "rings",
    "view", "labels", "evidence", "scores", "life", "panel", "ask", "table",
    "search", "controls", "timeline", "sidebar", "chips", "head",
    "picture", "files", "address", "start",
)  # fmt: skip
VIS_NETWORK = "lib/vis-9.1.2/vis-network.min.js"


def fill_template(*, title: str, data: str) -> str:
    """The page as text; `data` is JSON that `escape_json` made safe."""
    environment = Environment(loader=PackageLoader("kg.export.html", "."), autoescape=select_autoescape())
    library, script, style = _read_library(), _read_script(), _read("page.css")
    return environment.get_template("template.html").render(
        title=title,
        policy=_make_policy(library, script),
        library=library,
        script=script,
        style=style,
        data=data,
    )


def escape_json(text: str) -> str:
    """JSON that may stand inside a `<script>` element: no tag, entity, line separator or surrogate."""
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _make_policy(*scripts: str) -> str:
    hashes = " ".join(f"'sha256-{_hash(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


@cache
def _read(name: str) -> str:
    return files("kg.export.html").joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def _read_script() -> str:
    parts = "\n".join(_read(f"{name}.js") for name in SCRIPTS)
    return f'(function () {{\n"use strict";\n{parts}\n}}());'


@cache
def _read_library() -> str:
    path = Path(pyvis.__file__).parent / VIS_NETWORK
    if not path.is_file():
        raise OutputError(f"{path}: is missing; install pyvis==0.3.2, whose wheel has it")
    # A browser's tools would ask the network for the source map.
    lines = path.read_text(encoding="utf-8").replace("\r\n", "\n").split("\n")
    return "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL"))
