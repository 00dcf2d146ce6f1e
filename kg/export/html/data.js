// What the page carries, and how its parts are found.
var data = JSON.parse(document.getElementById("data").textContent);
var nodes = data.nodes;
var edges = data.edges;
var touching = nodes.map(function () { return []; });
var idOfEntity = new Map();
var idOfKey = new Map();

nodes.forEach(function (node) { idOfEntity.set(node.entity, node.id); });
edges.forEach(function (edge) {
  idOfKey.set(edge.key, edge.id);
  edge.stated = edge.relation !== "CO_OCCURS";
  touching[edge.from].push(edge);
  if (edge.to !== edge.from) { touching[edge.to].push(edge); }
});

var hasBackbone = edges.some(function (edge) { return edge.stated && !edge.backbone; });
var state = { node: null, edge: null, showAll: !hasBackbone, tableOpen: false };

function rankEdges(list) {
  return list.slice().sort(function (a, b) {
    return b.sources - a.sources || b.weight - a.weight || (b.confidence || 0) - (a.confidence || 0) || a.id - b.id;
  });
}
