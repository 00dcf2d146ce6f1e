// What the page carries, and how its parts are found.
var data = JSON.parse(document.getElementById("data").textContent);
var nodes = data.nodes.map(completeNode);
var edges = data.edges.map(completeEdge);
var claims = data.claims;
var idOfEntity = new Map();
var idOfKey = new Map();
var TEXT = -1;

// What the page leaves out: the place as number, the look of the type, and what is so for most.
function completeNode(row, number) {
  var style = data.types[row.type];
  return Object.assign({ id: number, fold: number, shape: style.shape, color: style.colour }, data.usual.nodes, row);
}

function completeEdge(row, number) { return Object.assign({ id: number }, data.usual.edges, row); }

nodes.forEach(function (node) { idOfEntity.set(node.entity, node.id); });
edges.forEach(function (edge) {
  var kind = data.relations[edge.relation];
  edge.stated = edge.relation !== "CO_OCCURS";
  edge.family = kind ? kind.family : "";
  edge.key = nodes[edge.from].entity + " " + edge.relation + " " + nodes[edge.to].entity +
    (edge.stated && edge.status.length ? " (" + edge.status.join(", ") + ")" : "");
  idOfKey.set(edge.key, edge.id);
  (edge.claims || []).forEach(function (number) { claims[number].edge = edge; });
});
var folded = new Map(nodes.map(function (node) { return [node.id, []]; }));
nodes.forEach(function (node) { folded.get(node.fold).push(node); });
var stated = edges.filter(function (edge) { return edge.stated; });

var hasBackbone = stated.some(function (edge) { return !edge.backbone; });
// pair: two nodes. ask: what is asked of them, dyad or path; form while they are being chosen.
var state = { node: null, edge: null, pair: null, ask: "", depth: 1, isAlone: false, showAll: !hasBackbone, tableOpen: false };

function rankEdges(list) {
  return list.slice().sort(function (a, b) {
    return b.sources - a.sources || b.weight - a.weight || (b.confidence || 0) - (a.confidence || 0) || a.id - b.id;
  });
}
