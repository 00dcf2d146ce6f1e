// Which nodes and edges the filters let through.
var STATUSES = ["stated", "attributed", "denied", "desired", "possible", "asked"];
var FAMILIES = [
  "verbal cooperation", "material cooperation", "verbal conflict", "material conflict", "treaty", "standing"
];
var stated = edges.filter(function (edge) { return edge.stated; });
var filters = {
  types: present(nodes, function (node) { return [node.type]; }, Object.keys(data.types)),
  families: present(stated, function (edge) { return [edge.family]; }, FAMILIES),
  signs: present(stated, function (edge) { return [edge.sign]; }, [1, 0, -1]),
  statuses: new Set(["stated", "attributed"]),
  minimum: 1,
  together: stated.length === 0
};
var options = {
  types: Array.from(filters.types), families: Array.from(filters.families), signs: Array.from(filters.signs),
  statuses: STATUSES.filter(function (status) {
    return stated.some(function (edge) { return statusesOf(edge).indexOf(status) >= 0; });
  })
};

function present(items, valuesOf, order) {
  var seen = new Set();
  items.forEach(function (item) { valuesOf(item).forEach(function (value) { seen.add(value); }); });
  var known = order.filter(function (value) { return seen.has(value); });
  seen.forEach(function (value) { if (known.indexOf(value) < 0) { known.push(value); } });
  return new Set(known);
}

function statusesOf(edge) { return edge.status.length ? edge.status : ["stated"]; }

var TESTS = {
  types: function (edge) { return filters.types.has(nodes[edge.from].type) && filters.types.has(nodes[edge.to].type); },
  together: function (edge) { return edge.stated || filters.together; },
  families: function (edge) { return !edge.stated || filters.families.has(edge.family); },
  signs: function (edge) { return !edge.stated || filters.signs.has(edge.sign); },
  statuses: function (edge) {
    return !edge.stated || statusesOf(edge).every(function (status) { return filters.statuses.has(status); });
  },
  minimum: function (edge) { return edge.sources >= filters.minimum; }
};

function passes(edge, leftOut) {
  return Object.keys(TESTS).every(function (name) { return name === leftOut || TESTS[name](edge); });
}

function isDrawn(edge) {
  if (edge.id === state.edge) { return true; }
  if (!passes(edge)) { return false; }
  return state.showAll || edge.backbone || edge.from === state.node || edge.to === state.node;
}

function listDrawn() {
  var drawnEdges = edges.filter(isDrawn);
  var drawnNodes = new Set();
  drawnEdges.forEach(function (edge) { drawnNodes.add(edge.from).add(edge.to); });
  if (state.node !== null) { drawnNodes.add(state.node); }
  return { edges: drawnEdges, nodes: drawnNodes };
}

// How many edges (for types: nodes) each option would show, the other groups of filters being as they are.
function countOptions(group) {
  var counts = new Map();
  var counted = new Set();
  function add(value) { counts.set(value, (counts.get(value) || 0) + 1); }
  edges.forEach(function (edge) {
    if (!passes(edge, group)) { return; }
    if (group === "types") {
      [edge.from, edge.to].forEach(function (id) {
        if (!counted.has(id)) { counted.add(id); add(nodes[id].type); }
      });
    } else if (edge.stated) {
      valuesOfEdge(edge, group).forEach(add);
    }
  });
  return counts;
}

function valuesOfEdge(edge, group) {
  if (group === "families") { return [edge.family]; }
  return group === "signs" ? [edge.sign] : statusesOf(edge);
}
