// What is drawn and how. Only what changed is handed to the network.
var canvas = document.getElementById("canvas");
var darkness = window.matchMedia("(prefers-color-scheme: dark)");
var LABELLED_EDGES = 45;
var drawnNodes = new vis.DataSet();
var drawnEdges = new vis.DataSet();
var LABEL_WIDTH = 24;
var CROWD = 120;
var NAMED = 24;
var isCrowd = false;
var busiest = new Set();
var labelScale = 1;
var everLabelled = new Set();
var lastStyles = { nodes: new Map(), edges: new Map() };

var network = new vis.Network(canvas, { nodes: drawnNodes, edges: drawnEdges }, {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { hover: true, hideEdgesOnDrag: edges.length > 400, hideEdgesOnZoom: edges.length > 2000, selectConnectedEdges: false },
  nodes: { chosen: false, borderWidth: 1, scaling: { label: { drawThreshold: 9 } } },
  edges: {
    chosen: false, smooth: false, selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false,
    scaling: { label: { drawThreshold: 7 } }, selfReference: { size: 26, angle: Math.PI / 4 }
  }
});

function ground() { return darkness.matches ? "#15181d" : "#ffffff"; }

function ink(alpha) { return (darkness.matches ? "rgba(232,234,237," : "rgba(27,31,36,") + alpha + ")"; }

function signColour(sign) { return data.signs[sign][darkness.matches ? "dark" : "light"]; }

function withAlpha(colour, alpha) {
  var parts = [1, 3, 5].map(function (start) { return parseInt(colour.slice(start, start + 2), 16); });
  return "rgba(" + parts.join(",") + "," + alpha + ")";
}

function focusOf(drawn) {
  if (state.node === null && state.edge === null) { return null; }
  var focus = new Set(state.node === null ? [edges[state.edge].from, edges[state.edge].to] : [state.node]);
  if (state.node !== null) {
    drawn.edges.forEach(function (edge) {
      if (edge.from === state.node || edge.to === state.node) { focus.add(edge.from).add(edge.to); }
    });
  }
  return focus;
}

function isInFocus(edge) {
  if (state.edge !== null) { return edge.id === state.edge; }
  return state.node === null || edge.from === state.node || edge.to === state.node;
}

function styleNode(node, focus) {
  var inFocus = !focus || focus.has(node.id);
  var chosen = node.id === state.node;
  var border = chosen ? ink(1) : ink(inFocus ? 0.55 : 0.15);
  var fill = withAlpha(node.color, inFocus ? 1 : 0.18);
  return {
    id: node.id, x: node.x, y: node.y, shape: node.shape, size: node.size, label: wrap(node.label),
    borderWidth: chosen ? 3 : 1,
    color: { background: fill, border: border, highlight: { background: fill, border: border }, hover: { background: fill, border: border } },
    font: { color: ink(inFocus ? 1 : 0.25), size: labelSize(node, focus), face: "system-ui, Segoe UI, Roboto, Noto Sans, DejaVu Sans, sans-serif", strokeWidth: inFocus ? 4 : 0, strokeColor: ground(), vadjust: -2 }
  };
}

// Far out, in a crowd, only the busiest nodes and those in focus keep names that can be read.
function labelSize(node, focus) {
  var isNamed = !isCrowd || (focus && focus.size <= 40 ? focus.has(node.id) : busiest.has(node.id));
  return (node.size > 20 ? 18 : 15) * (isNamed ? labelScale : 1);
}

// The busiest nodes whose names do not run into each other at this zoom.
function chooseNamed(ids) {
  var ordered = Array.from(ids).sort(function (a, b) { return nodes[b].size - nodes[a].size || a - b; });
  var scale = network.getScale();
  var named = [];
  ordered.slice(0, 10 * NAMED).forEach(function (id) {
    var isFree = named.length < NAMED && named.every(function (other) {
      var room = 4 * (nodes[id].label.length + nodes[other].label.length) + 8;
      return Math.abs(nodes[id].x - nodes[other].x) * scale > room || Math.abs(nodes[id].y - nodes[other].y) * scale > 20;
    });
    if (isFree) { named.push(id); }
  });
  return new Set(named);
}

// A long name takes two lines, and what these cannot hold is cut; the panel has it whole.
function wrap(label) {
  if (label.length <= LABEL_WIDTH) { return label; }
  var space = label.lastIndexOf(" ", LABEL_WIDTH);
  var first = space > 0 ? label.slice(0, space) : label.slice(0, LABEL_WIDTH);
  var rest = label.slice(first.length).trim();
  return first + "\n" + (rest.length > LABEL_WIDTH ? rest.slice(0, LABEL_WIDTH - 1) + "…" : rest);
}

function styleEdge(edge, bend, isLabelled) {
  var inFocus = isInFocus(edge);
  var colour = withAlpha(edge.stated ? signColour(edge.sign) : signColour(0), edgeAlpha(edge) * (inFocus ? 1 : 0.14));
  var labelled = edge.stated && inFocus && (isLabelled || state.node !== null || state.edge !== null);
  if (labelled) { everLabelled.add(edge.id); }
  return {
    id: edge.id, from: edge.from, to: edge.to,
    arrows: { to: { enabled: edge.arrows === "to", scaleFactor: 0.55 } },
    width: edge.stated ? Math.min(1.4 + 1.3 * Math.sqrt(edge.sources - 1), 7) + (edge.id === state.edge ? 2 : 0) : 1,
    dashes: edgeDashes(edge),
    color: { color: colour, highlight: colour, hover: colour, inherit: false },
    smooth: bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : { enabled: false, type: "curvedCW", roundness: 0 },
    label: labelled ? edgeLabel(edge) : clearedLabel(edge),
    font: { size: 13 * Math.min(labelScale, 1.4), align: "middle", color: ink(inFocus ? 0.85 : 0.2), strokeWidth: 3, strokeColor: ground() }
  };
}

// The network keeps the last label when it is given an empty one.
function clearedLabel(edge) { return everLabelled.has(edge.id) ? " " : undefined; }

function edgeAlpha(edge) { return (!edge.stated ? 0.7 : edge.status.length ? 0.62 : 0.95) * (isCrowd && !isChosen() ? 0.6 : 1); }

function isChosen() { return state.node !== null || state.edge !== null; }

function edgeDashes(edge) {
  if (!edge.stated) { return [1, 6]; }
  if (edge.status.some(function (status) { return status !== "attributed"; })) { return [2, 4]; }
  return edge.sign < 0 ? [9, 5] : false;
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
  busiest = isCrowd ? chooseNamed(drawn.nodes) : new Set();
  var focus = focusOf(drawn);
  var bends = bendEdges(drawn.edges);
  var isLabelled = drawn.edges.length <= LABELLED_EDGES;
  replace(drawnNodes, lastStyles.nodes, Array.from(drawn.nodes, function (id) { return styleNode(nodes[id], focus); }));
  replace(drawnEdges, lastStyles.edges, drawn.edges.map(function (edge) { return styleEdge(edge, bends.get(edge.id), isLabelled); }));
  return drawn;
}

function replace(target, styles, items) {
  var wanted = new Map(items.map(function (item) { return [item.id, JSON.stringify(item)]; }));
  target.remove(Array.from(styles.keys()).filter(function (id) { return !wanted.has(id); }));
  target.update(items.filter(function (item) { return styles.get(item.id) !== wanted.get(item.id); }));
  styles.clear();
  wanted.forEach(function (style, id) { styles.set(id, style); });
}

// Far out, names grow so that they stay readable, in steps so that little changes.
function rescaleLabels() {
  var wanted = Math.min(Math.max(0.72 / network.getScale(), 1), isCrowd ? 5 : 2);
  var stepped = Math.round(wanted * 5) / 5;
  if (stepped === labelScale) { return; }
  labelScale = stepped;
  redraw();
}

function fit() {
  network.fit({ animation: false, maxZoomLevel: 1.15 });
  rescaleLabels();
}
