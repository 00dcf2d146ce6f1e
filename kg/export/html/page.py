"""The graph as one HTML page: pyvis holds nodes and edges, the template and scripts here draw them."""

import html
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx as nx
from pyvis.network import Network

from kg.export.files import strip_controls, write_text
from kg.export.html.assets import escape_json, fill_template
from kg.export.html.payload import Payload, format_payload, list_payload
from kg.lexicon.claim_types import ClaimType
from kg.model import Corpus


class Page(Network):  # type: ignore[misc]
    """A pyvis network whose page makes no request, runs no text of a document and keeps parallel edges."""

    def __init__(self, payload: Payload, *, title: str) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.title = strip_controls(title)
        self.payload = payload
        for node in payload.nodes:
            self.add_node(node["id"], **_without(node, "id"))
        for edge in payload.edges:
            self.add_edge(edge["from"], edge["to"], **_without(edge, "from", "to"))

    def get_nodes(self) -> Any:
        """The ids of the nodes, quick to search: pyvis looks for both ends of each edge."""
        return self.node_map.keys()

    def generate_html(self, name: str = "graph.html", local: bool = True, notebook: bool = False) -> str:
        """The page as text; the arguments are those of pyvis and change nothing."""
        data = format_payload(self.payload, nodes=self.nodes, edges=self.edges)
        self.html = fill_template(title=self.title, data=escape_json(data))
        return self.html

    def write_html(
        self, name: str | Path, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """Write the page to the file `name`. Raises: OutputError."""
        write_text(Path(name), self.generate_html())

    def _repr_html_(self) -> str:
        page = html.escape(self.generate_html(), quote=True)
        return (
            f'<iframe srcdoc="{page}" sandbox="allow-scripts allow-downloads" '
            'style="width:100%;height:680px;border:0" title="Claim graph"></iframe>'
        )


def make_page(
    corpus: Corpus,
    graph: nx.MultiDiGraph,
    cooccurrence_graph: nx.Graph,
    types: Mapping[str, ClaimType],
    *,
    title: str,
) -> Page:
    """The page of a corpus; in a notebook it shows itself."""
    return Page(list_payload(corpus, graph, cooccurrence_graph, types), title=title)


def render_page(
    corpus: Corpus,
    graph: nx.MultiDiGraph,
    cooccurrence_graph: nx.Graph,
    types: Mapping[str, ClaimType],
    *,
    title: str,
) -> str:
    """The page as text."""
    return make_page(corpus, graph, cooccurrence_graph, types, title=title).generate_html()


def write_page(
    corpus: Corpus,
    graph: nx.MultiDiGraph,
    cooccurrence_graph: nx.Graph,
    types: Mapping[str, ClaimType],
    path: Path,
    *,
    title: str,
) -> Path:
    """Write the page to `path`. Raises: OutputError."""
    return write_text(path, render_page(corpus, graph, cooccurrence_graph, types, title=title))


def _without(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}
