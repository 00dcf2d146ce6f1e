// What is drawn and how. Only what changed its form is handed to the network.
var canvas = document.getElementById("canvas");
var darkness = window.matchMedia("(prefers-color-scheme: dark)");
var drawnNodes = new vis.DataSet();
var drawnEdges = new vis.DataSet();
var CROWD = 120;
var ASIDE = 36;
var BELOW = 26;
var isCrowd = false;
var isMoved = false;
var lastStyles = { nodes: new Map(), edges: new Map() };

var network = new vis.Network(canvas, { nodes: drawnNodes, edges: drawnEdges }, {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { hover: true, hideEdgesOnDrag: edges.length > 400, hideEdgesOnZoom: edges.length > 2000, selectConnectedEdges: false },
  nodes: { chosen: false },
  edges: {
    chosen: false, smooth: false, selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false,
    selfReference: { size: 26, angle: Math.PI / 4 }
  }
});

function ground() { return darkness.matches ? "#15181d" : "#ffffff"; }

function ink(alpha) { return (darkness.matches ? "rgba(232,234,237," : "rgba(27,31,36,") + alpha + ")"; }

function signColour(sign) { return data.signs[sign][darkness.matches ? "dark" : "light"]; }

function withAlpha(colour, alpha) {
  var parts = [1, 3, 5].map(function (start) { return parseInt(colour.slice(start, start + 2), 16); });
  return "rgba(" + parts.join(",") + "," + alpha + ")";
}

var STANCES = {
  a: { light: "#b45309", dark: "#f5a742" }, b: { light: "#0e7490", dark: "#4cc3d9" },
  both: { light: "#3f3f46", dark: "#d4d4d8" }, conflict: { light: "#b2182b", dark: "#ff6b6b" }
};
var COMMUNITY_COLOURS = ["#4e79a7", "#f28e2b", "#59a14f", "#b07aa1", "#edc948", "#76b7b2", "#e15759", "#9c755f"];
var ALONE_COLOUR = "#a8adb5";

function edgeColour(edge) {
  return edge.stance ? STANCES[edge.stance][darkness.matches ? "dark" : "light"] : signColour(edge.stated ? edge.sign : 0);
}

function nodeColour(node) {
  if (!filters.communities) { return node.color; }
  return COMMUNITY_COLOURS[communityOf(node)] || ALONE_COLOUR;
}

// A state in whose place people stand is in the community of the largest of them, if in none of its own.
function communityOf(node) {
  if (node.community >= 0 || !filters.rollUp) { return node.community; }
  return folded.get(node.id).reduce(function (best, other) {
    return other.community >= 0 && (best.community < 0 || other.size > best.size) ? other : best;
  }).community;
}

function styleNode(node, focus) {
  var inFocus = !focus || focus.has(node.id);
  var chosen = isPickedNode(node.id);
  var isTreaty = node.type === "TREATY";
  var border = chosen ? ink(1) : ink(inFocus ? (isTreaty ? 0.9 : 0.55) : 0.15);
  var fill = withAlpha(nodeColour(node), inFocus ? 1 : 0.18);
  return {
    id: node.id, x: spotOf(node.id).x, y: spotOf(node.id).y, shape: node.shape, size: sizeInView(node),
    borderWidth: (isTreaty ? 2.5 : 1) + (chosen ? 2 : 0),
    color: { background: fill, border: border, highlight: { background: fill, border: border }, hover: { background: fill, border: border } }
  };
}

function styleEdge(edge, bend) {
  var inFocus = isInFocus(edge);
  var colour = withAlpha(edgeColour(edge), edgeAlpha(edge) * (inFocus ? 1 : 0.14));
  return {
    id: edge.id, from: edge.from, to: edge.to,
    arrows: { to: { enabled: edge.arrows === "to", scaleFactor: 0.75 } },
    width: edge.stated ? Math.min(1.4 + 1.3 * Math.sqrt(edge.sources - 1), 7) + (isPickedEdge(edge) ? 2 : 0) : 1,
    dashes: edgeDashes(edge),
    color: { color: colour, highlight: colour, hover: colour, inherit: false },
    smooth: bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : { enabled: false, type: "curvedCW", roundness: 0 }
  };
}

function edgeAlpha(edge) { return (!edge.stated ? 0.7 : edge.status.length ? 0.62 : 0.95) * (isCrowd && !isChosen() ? 0.6 : 1); }

function isPickedEdge(edge) { return state.edge !== null && edge === edgeInView(state.edge); }

function isPickedNode(id) {
  return state.pair ? pairInView().indexOf(id) >= 0 : state.node !== null && nodeInView(state.node) === id;
}

function edgeDashes(edge) {
  if (!edge.stated) { return [1, 6]; }
  if (edge.stance === "conflict") { return [9, 5]; }
  if (edge.status.some(function (status) { return status !== "attributed"; })) { return [2, 4]; }
  return edge.sign < 0 && !edge.stance ? [9, 5] : false;
}

// Stated edges fan out, one seen-together edge lies beside them; the side is the pair's, whichever way they point.
function bendEdges(list) {
  var pairs = new Map();
  var bends = new Map();
  list.forEach(function (edge) {
    var pair = Math.min(edge.from, edge.to) + "-" + Math.max(edge.from, edge.to);
    if (!pairs.has(pair)) { pairs.set(pair, []); }
    pairs.get(pair).push(edge);
  });
  pairs.forEach(function (parallel) {
    var step = Math.min(0.24, 1.1 / parallel.length);
    var fan = parallel.filter(function (edge) { return edge.stated; }).length || 1;
    parallel.sort(function (a, b) { return b.stated - a.stated || a.from - b.from || a.id - b.id; });
    parallel.forEach(function (edge, index) {
      var bend = (index - (fan - 1) / 2) * step;
      bends.set(edge.id, edge.from < edge.to ? bend : -bend);
    });
  });
  return bends;
}

function redraw() {
  var drawn = listDrawn();
  isCrowd = drawn.nodes.size > CROWD;
  var focus = focusOf(drawn);
  var bends = bendEdges(drawn.edges);
  orderLabels(drawn, focus);
  network.body.emitter.emit("_blockRedraw");
  replace(drawnNodes, lastStyles.nodes, Array.from(drawn.nodes, function (id) { return styleNode(nodes[id], focus); }), nodeForm, tintNode);
  replace(drawnEdges, lastStyles.edges, drawn.edges.map(function (edge) { return styleEdge(edge, bends.get(edge.id)); }), edgeForm, tintEdge);
  network.body.emitter.emit("_allowRedraw");
  askForFrame();
  return drawn;
}

// However often it is asked for, one frame is drawn; of its own the network would draw at each change of items.
function askForFrame() { network.body.emitter.emit("_requestRedraw"); }

// The network reads an item anew only if its form changed: that takes long, and most choices change colours alone.
function replace(target, styles, items, formOf, tint) {
  var wanted = new Map(items.map(function (item) { return [item.id, formOf(item)]; }));
  target.remove(Array.from(styles.keys()).filter(function (id) { return !wanted.has(id); }));
  target.update(items.filter(function (item) { return styles.get(item.id) !== wanted.get(item.id); }));
  items.forEach(tint);
  styles.clear();
  wanted.forEach(function (form, id) { styles.set(id, form); });
}

function nodeForm(item) { return [item.x, item.y, item.shape, item.size].join(" "); }

function edgeForm(item) {
  return [item.from, item.to, item.arrows.to.enabled, item.dashes, item.smooth.enabled, item.smooth.type, item.smooth.roundness].join(" ");
}

function tintNode(item) {
  Object.assign(network.body.nodes[item.id].options, { color: item.color, borderWidth: item.borderWidth });
}

function tintEdge(item) {
  Object.assign(network.body.edges[item.id].options, { color: item.color, width: item.width });
}

// All that is drawn, with room for names at the sides, in the part of the canvas that nothing covers.
function fit() {
  var shown = listDrawn();
  var drawn = Array.from(state.isAlone && isChosen() ? focusOf(shown) : shown.nodes, function (id) { return nodes[id]; });
  isMoved = false;
  if (!drawn.length) { return; }
  var area = freeArea();
  var span = ["x", "y"].map(function (axis) {
    var ends = drawn.map(function (node) { return [spotOf(node.id)[axis] - sizeInView(node), spotOf(node.id)[axis] + sizeInView(node)]; });
    return [Math.min.apply(null, ends.map(function (end) { return end[0]; })), Math.max.apply(null, ends.map(function (end) { return end[1]; }))];
  });
  var room = [area.right - area.left - 2 * ASIDE, area.bottom - area.top - 2 * BELOW];
  var scale = Math.min(room[0] / (span[0][1] - span[0][0]), room[1] / (span[1][1] - span[1][0]), 1.3);
  network.moveTo({
    position: { x: (span[0][0] + span[0][1]) / 2, y: (span[1][0] + span[1][1]) / 2 },
    scale: Math.max(scale, 0.02), offset: { x: area.left / 2, y: 0 }
  });
}
