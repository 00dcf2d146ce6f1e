// The same graph as sigma draws it with its default programs; y points up there.
const data = JSON.parse(document.getElementById("data").textContent);
const graph = new graphology.MultiDirectedGraph();
data.nodes.forEach((node) => graph.addNode(node.id, {
  label: node.label, x: node.x, y: -node.y, size: node.size / 4, color: node.color, kind: node.type
}));
data.edges.forEach((edge) => graph.addDirectedEdge(edge.from, edge.to, { label: edge.label, title: edge.title }));
window.drawn = {
  graph,
  renderer: new Sigma(graph, document.getElementById("stage"), { defaultEdgeType: "arrow", zIndex: false })
};
