// What is near: the neighbourhood of a node, the shortest chain between two, and so what is drawn.
var reached = new Map();
var chain = [];
var picked = new Set();

// Steps from the chosen node to each node within the chosen depth.
function measureReach() {
  if (state.node === null) { return new Map(); }
  var steps = new Map([[nodeInView(state.node), 0]]);
  var rim = Array.from(steps.keys());
  for (var depth = 1; depth <= state.depth; depth += 1) {
    var next = [];
    rim.forEach(function (id) {
      touching(id).filter(function (edge) { return passes(edge); }).forEach(function (edge) {
        var other = edge.from === id ? edge.to : edge.from;
        if (!steps.has(other)) { steps.set(other, depth); next.push(other); }
      });
    });
    rim = next;
  }
  return steps;
}

function isReached(edge) {
  var ends = [edge.from, edge.to].map(function (id) { return reached.has(id) ? reached.get(id) : Infinity; });
  return Math.min(ends[0], ends[1]) < state.depth;
}

// The fewest statements that lead from one to the other, whichever way they point; of equal ones the best attested.
function findChain(first, last) {
  var costs = new Map([[first, 0]]);
  var steps = new Map();
  var waiting = new Set([first]);
  while (waiting.size) {
    var id = cheapest(waiting, costs);
    waiting.delete(id);
    if (id === last) { return walkBack(steps, first, last); }
    rankEdges(touching(id).filter(function (edge) { return edge.stated && passes(edge); })).forEach(function (edge) {
      var other = edge.from === id ? edge.to : edge.from;
      var cost = costs.get(id) + 1 + 0.001 / (1 + edge.sources);
      if (!costs.has(other) || cost < costs.get(other) - 1e-12) {
        costs.set(other, cost);
        steps.set(other, { edge: edge, from: id });
        waiting.add(other);
      }
    });
  }
  return [];
}

function cheapest(waiting, costs) {
  var best = null;
  waiting.forEach(function (id) { if (best === null || costs.get(id) < costs.get(best)) { best = id; } });
  return best;
}

function walkBack(steps, first, last) {
  var found = [];
  for (var id = last; id !== first; id = steps.get(id).from) { found.unshift(steps.get(id).edge); }
  return found;
}

function pairInView() { return state.pair.map(nodeInView); }

// All edges between the two, also those whose status is not shown.
function listBetween(pair) {
  return touching(pair[0]).filter(function (edge) {
    return edge.stated && edge.from !== edge.to && pair.indexOf(edge.from) >= 0 && pair.indexOf(edge.to) >= 0;
  });
}

function isChosen() { return state.node !== null || state.edge !== null || state.pair !== null; }

// Whether an edge belongs to what is chosen; all do if nothing is.
function isInFocus(edge) {
  if (state.edge !== null) { return edge === edgeInView(state.edge); }
  if (state.pair) { return picked.has(edge); }
  return state.node === null || isReached(edge);
}

function isDrawn(edge) {
  if (!passes(edge)) { return false; }
  if (isChosen() && isInFocus(edge)) { return true; }
  return (state.showAll || edge.backbone === true) && !(state.isAlone && isChosen());
}

function listDrawn() {
  reached = measureReach();
  chain = state.pair && state.ask === "path" ? findChain.apply(null, pairInView()) : [];
  placeRings();
  picked = new Set(!state.pair ? [] : state.ask === "path" ? chain : listBetween(pairInView()));
  var drawnEdges = view().edges.filter(isDrawn);
  if (state.edge !== null && drawnEdges.indexOf(edgeInView(state.edge)) < 0) { drawnEdges.push(edgeInView(state.edge)); }
  var drawnNodes = new Set();
  drawnEdges.forEach(function (edge) { drawnNodes.add(edge.from).add(edge.to); });
  if (state.node !== null) { drawnNodes.add(nodeInView(state.node)); }
  if (state.pair) { pairInView().forEach(function (id) { drawnNodes.add(id); }); }
  return { edges: drawnEdges, nodes: drawnNodes };
}

// The nodes that are not faded; null if none is.
function focusOf(drawn) {
  if (!isChosen()) { return null; }
  var focus = new Set(state.pair ? pairInView() : state.node !== null ? [nodeInView(state.node)] : []);
  drawn.edges.filter(isInFocus).forEach(function (edge) { focus.add(edge.from).add(edge.to); });
  return focus;
}
