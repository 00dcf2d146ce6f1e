// Where a node stands: as laid out, or, where only one neighbourhood is shown, on rings round its middle.
var RING = { least: 170, gap: 84, room: 96, most: 26 };
var rings = new Map();

function spotOf(id) { return rings.get(id) || nodes[id]; }

function placeRings() {
  rings = new Map();
  if (!state.isAlone || state.node === null) { return; }
  var middle = nodes[nodeInView(state.node)];
  var inner = 0;
  rings.set(middle.id, { x: middle.x, y: middle.y });
  for (var depth = 1; depth <= state.depth; depth += 1) { inner = placeRing(listAt(depth), middle, inner); }
}

// The nodes at so many steps, in the order of their direction as laid out.
function listAt(depth) {
  var found = [];
  reached.forEach(function (steps, id) { if (steps === depth) { found.push(id); } });
  var middle = nodes[nodeInView(state.node)];
  function angle(id) { return Math.atan2(nodes[id].y - middle.y, nodes[id].x - middle.x); }
  return found.sort(function (a, b) { return angle(a) - angle(b) || a - b; });
}

// Many nodes take several rings, so that each has room for its name; returns where the last ring is.
function placeRing(list, middle, inner) {
  if (!list.length) { return inner; }
  var turns = Math.ceil(list.length / RING.most);
  var first = Math.max(inner + RING.least, list.length * RING.room / (2 * Math.PI * turns));
  list.forEach(function (id, index) {
    var angle = 2 * Math.PI * index / list.length - Math.PI;
    var radius = first + (index % turns) * RING.gap;
    rings.set(id, { x: middle.x + 1.25 * radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) });
  });
  return first + (turns - 1) * RING.gap;
}
