// Which names the drawing shows: the most telling first, none over another, none cut by the edge.
var FACE = "system-ui, Segoe UI, Roboto, Noto Sans, DejaVu Sans, sans-serif";
var LONGEST = 26;
var TELLING = { TREATY: 5, STATE: 2 };
var STRONG = 24;
var MOST_NAMES = 500;
var COVER = 0.05;
var LABELLED_EDGES = 45;
var NEAR = 1.5;
var CELL = 48;
var LEAST_AREA = 240;
// How far across and down of its own size, and of the gap to its node, a name is moved from the node.
var PLACES = [[0, 1], [1, 0], [-1, 0], [0, -1], [0.3, 1], [-0.3, 1], [0.3, -1], [-0.3, -1], [1, 0.7], [-1, 0.7], [1, -0.7], [-1, -0.7]];
var GAPS = [2, 7];
var SHARES = [0.5, 0.4, 0.6, 0.3, 0.7];
var widths = new Map();
var labelled = { nodes: [], edges: [], focus: null };
var labels = [];
var hovered = null;

function orderLabels(drawn, focus) {
  var named = Array.from(drawn.nodes).filter(function (id) { return !focus || focus.has(id); });
  labelled = {
    nodes: named.sort(function (a, b) { return weighName(nodes[b]) - weighName(nodes[a]) || a - b; }),
    edges: rankEdges(drawn.edges.filter(function (edge) { return edge.stated && isInFocus(edge); })),
    focus: focus
  };
}

function weighName(node) { return sizeInView(node) + (TELLING[node.type] || 0); }

function isPressing(id) {
  return id === hovered || isPickedNode(id) || ((state.edge !== null || state.pair !== null) && labelled.focus.has(id));
}

// The part of the canvas that nothing lies on: on a narrow screen the filters do.
function freeArea() {
  var area = { left: 0, top: 0, right: canvas.clientWidth, bottom: canvas.clientHeight };
  var cover = document.getElementById("filters");
  if (!cover.hidden) {
    var covered = Math.max(0, cover.getBoundingClientRect().right - canvas.getBoundingClientRect().left);
    area.left = area.right - covered > LEAST_AREA ? covered : 0;
  }
  return area;
}

// Boxes by the squares they touch, so that a clash is found without looking at all of them.
function makeGrid() {
  var cells = new Map();
  function someCell(box, test) {
    for (var x = Math.floor(box.left / CELL); x <= box.right / CELL; x += 1) {
      for (var y = Math.floor(box.top / CELL); y <= box.bottom / CELL; y += 1) {
        if (test(4096 * x + y)) { return true; }
      }
    }
    return false;
  }
  function listNear(box) {
    var near = new Set();
    someCell(box, function (key) { (cells.get(key) || []).forEach(function (other) { near.add(other); }); return false; });
    return Array.from(near).filter(function (other) { return other.id !== box.id && overlap(box, other); });
  }
  return {
    cover: function (box) {
      return listNear(box).reduce(function (sum, other) {
        var across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        return sum + across * (Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top));
      }, 0);
    },
    add: function (box) {
      someCell(box, function (key) {
        if (cells.has(key)) { cells.get(key).push(box); } else { cells.set(key, [box]); }
        return false;
      });
    },
    meets: function (box) {
      return someCell(box, function (key) {
        return (cells.get(key) || []).some(function (other) { return other.id !== box.id && overlap(box, other); });
      });
    }
  };
}

function overlap(a, b) { return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom; }

function isInside(box, area) {
  return box.left >= area.left && box.top >= area.top && box.right <= area.right && box.bottom <= area.bottom;
}

function toScreen(point) { return network.canvasToDOM({ x: point.x, y: point.y }); }

function measure(brush, text, font) {
  var key = font + text;
  if (!widths.has(key)) { brush.font = font; widths.set(key, brush.measureText(text).width); }
  return widths.get(key);
}

function shorten(name) {
  if (name.length <= LONGEST) { return name; }
  var space = name.lastIndexOf(" ", LONGEST - 1);
  return name.slice(0, space > LONGEST / 2 ? space : LONGEST - 1).replace(/[\s,;–-]+$/, "") + "…";
}

function nameFont(node) {
  var zoom = Math.min(Math.max(network.getScale(), 1), 1.25);
  var size = Math.round((node.size > 20 || node.type === "TREATY" ? 13 : 12) * zoom);
  return { size: size, text: (node.type === "TREATY" ? "bold " : node.type === "STATE" ? "500 " : "") + size + "px " + FACE };
}

function boxAt(x, y, width, height) {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

// The places a name may take round its node, the best first.
function nameBoxes(spot, width, height, away) {
  return PLACES.map(function (place) {
    var gap = spot.radius + away;
    var isBeside = Math.abs(place[0]) === 1;
    var x = spot.x + place[0] * (width / 2 + (isBeside ? gap : 0));
    return boxAt(x, spot.y + place[1] * (isBeside ? gap / 2 : gap) + Math.sign(place[1]) * (isBeside ? 0 : height / 2), width, height);
  });
}

function push(box, area) {
  var right = Math.min(0, area.right - box.right) || Math.max(0, area.left - box.left);
  var down = Math.min(0, area.bottom - box.bottom) || Math.max(0, area.top - box.top);
  return { left: box.left + right, right: box.right + right, top: box.top + down, bottom: box.bottom + down };
}

function listSpots(area) {
  var scale = network.getScale();
  return drawnNodes.getIds().map(function (id) {
    var node = network.body.nodes[id];
    var point = toScreen(node);
    return { id: id, x: point.x, y: point.y, radius: node.options.size * scale };
  }).filter(function (spot) {
    return spot.x >= area.left && spot.y >= area.top && spot.x <= area.right && spot.y <= area.bottom;
  });
}

function placeNames(brush, area, taken, shapes) {
  var spots = new Map();
  listSpots(area).forEach(function (spot) {
    spots.set(spot.id, spot);
    if (labelled.focus && !labelled.focus.has(spot.id)) { return; }
    shapes.add(Object.assign(boxAt(spot.x, spot.y, 1.7 * spot.radius, 1.7 * spot.radius), { id: spot.id }));
  });
  var pressing = labelled.nodes.filter(isPressing);
  if (hovered !== null && labelled.nodes.indexOf(hovered) < 0) { pressing.push(hovered); }
  var others = labelled.nodes.filter(function (id) { return !isPressing(id); });
  pressing.concat(others).filter(function (id) { return spots.has(id); }).slice(0, MOST_NAMES).forEach(function (id, rank) {
    placeName(brush, spots.get(id), rank < STRONG, area, taken, shapes);
  });
}

function placeName(brush, spot, isStrong, area, taken, shapes) {
  var font = nameFont(nodes[spot.id]);
  var text = shorten(nodes[spot.id].label);
  var boxes = [];
  (isStrong ? GAPS : GAPS.slice(0, 1)).forEach(function (away) {
    boxes = boxes.concat(nameBoxes(spot, measure(brush, text, font.text) + 6, font.size * 1.3, away));
  });
  boxes.forEach(function (box) { box.id = spot.id; });
  var free = boxes.filter(function (box) { return isInside(box, area) && !taken.meets(box); });
  var box = free.find(function (place) { return !shapes.meets(place); });
  if (!box && (isStrong || labelled.focus)) { box = leastCovering(free, shapes); }
  if (!box && isPressing(spot.id)) { box = push(boxes[0], area); }
  if (box) { keep(box, { kind: "node", id: spot.id, text: text, font: font.text }, taken); }
}

// The place that hides the least of other nodes, unless that is too much.
function leastCovering(boxes, shapes) {
  var best = null;
  var least = COVER;
  boxes.forEach(function (box) {
    var share = shapes.cover(box) / ((box.right - box.left) * (box.bottom - box.top));
    if (share < least) { best = box; least = share; }
  });
  return best;
}

function keep(box, label, taken) {
  labels.push(Object.assign(label, { left: box.left, top: box.top, right: box.right, bottom: box.bottom }));
  taken.add({ left: box.left, top: box.top, right: box.right, bottom: box.bottom, id: null });
}

function placeOnEdge(edge, share) {
  if (edge.from !== edge.to) { return toScreen(network.body.edges[edge.id].edgeType.getPoint(share)); }
  var node = network.body.nodes[edge.from];
  return toScreen({ x: node.x + node.options.size + 52, y: node.y - node.options.size - 26 });
}

function placeRelations(brush, area, taken, shapes) {
  var isNear = labelled.edges.length <= LABELLED_EDGES || network.getScale() >= NEAR;
  if (!labelled.focus && !isNear) { return; }
  var font = "12px " + FACE;
  // Between the change of the nodes and that of the edges the network may draw itself.
  labelled.edges.filter(function (edge) { return network.body.edges[edge.id]; }).forEach(function (edge) {
    var text = edgeLabel(edge);
    var width = measure(brush, text, font) + 6;
    var boxes = SHARES.map(function (share) {
      var point = placeOnEdge(edge, share);
      return boxAt(point.x, point.y, width, 16);
    });
    var box = boxes.find(function (place) { return isInside(place, area) && !taken.meets(place) && !shapes.meets(place); });
    if (box) { keep(box, { kind: "edge", id: edge.id, text: text, font: font }, taken); }
  });
}

function drawLabels(brush) {
  var area = freeArea();
  var taken = makeGrid();
  var shapes = makeGrid();
  labels = [];
  brush.save();
  var ratio = brush.canvas.width / canvas.clientWidth;
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
  placeNames(brush, area, taken, shapes);
  placeRelations(brush, area, taken, shapes);
  Object.assign(brush, { textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 3.5, strokeStyle: ground() });
  labels.forEach(function (label) { drawLabel(brush, label); });
  brush.restore();
}

function drawLabel(brush, label) {
  var x = (label.left + label.right) / 2;
  var y = (label.top + label.bottom) / 2;
  brush.font = label.font;
  brush.fillStyle = label.kind === "node" ? ink(1) : edgeColour(edgeInView(label.id));
  brush.strokeText(label.text, x, y);
  brush.fillText(label.text, x, y);
}

function labelAt(point) {
  return labels.find(function (label) {
    return point.x >= label.left && point.x <= label.right && point.y >= label.top && point.y <= label.bottom;
  });
}

network.on("afterDrawing", drawLabels);
network.on("hoverNode", function (event) { hovered = event.node; network.redraw(); });
network.on("blurNode", function () { hovered = null; network.redraw(); });
