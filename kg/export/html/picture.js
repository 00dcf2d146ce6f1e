// The view as a picture: PNG as it is on the screen, SVG as shapes.
function savePng() {
  var screen = canvas.querySelector("canvas");
  var copy = make("canvas", { width: screen.width, height: screen.height });
  var brush = copy.getContext("2d");
  brush.fillStyle = ground();
  brush.fillRect(0, 0, copy.width, copy.height);
  brush.drawImage(screen, 0, 0);
  copy.toBlob(function (blob) { offer(blob, "graph.png"); }, "image/png");
}

function saveSvg() { offer(new Blob([makeSvg()], { type: "image/svg+xml" }), "graph.svg"); }

function offer(blob, name) {
  var address = URL.createObjectURL(blob);
  var anchor = make("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  window.setTimeout(function () { URL.revokeObjectURL(address); }, 10000);
}

function makeSvg() {
  var drawn = listDrawn();
  var focus = focusOf(drawn);
  var bends = bendEdges(drawn.edges);
  var scale = network.getScale();
  var svg = document.createElementNS(SVG, "svg");
  var size = { width: canvas.clientWidth, height: canvas.clientHeight };
  Object.assign(size, { viewBox: "0 0 " + size.width + " " + size.height });
  Object.keys(size).forEach(function (name) { svg.setAttribute(name, size[name]); });
  shape(svg, "rect", { width: size.width, height: size.height, fill: ground() });
  drawn.edges.forEach(function (edge) { addEdgeShape(svg, edge, styleEdge(edge, bends.get(edge.id)), scale); });
  drawn.nodes.forEach(function (id) { addNodeShape(svg, nodes[id], styleNode(nodes[id], focus), scale); });
  labels.forEach(function (label) { addLabelShape(svg, label); });
  return new XMLSerializer().serializeToString(svg);
}

function addEdgeShape(svg, edge, style, scale) {
  var line = network.body.edges[edge.id];
  if (!line) { return; }
  var points = [];
  for (var step = 0; step <= 16; step += 1) { points.push(toScreen(line.edgeType.getPoint(step / 16))); }
  if (edge.from === edge.to) { points = loopPoints(edge, scale); }
  var width = style.width * scale;
  shape(svg, "path", {
    d: "M" + points.map(pointText).join("L"), fill: "none", stroke: style.color.color, "stroke-width": width.toFixed(2),
    "stroke-dasharray": style.dashes ? style.dashes.map(function (dash) { return (dash * scale).toFixed(1); }).join(" ") : "none"
  });
  if (style.arrows.to.enabled && edge.from !== edge.to) { addArrow(svg, edge, points, style, scale); }
}

function pointText(point) { return point.x.toFixed(1) + " " + point.y.toFixed(1); }

function loopPoints(edge, scale) {
  var middle = placeOnEdge(edge, 0);
  var points = [];
  for (var step = 0; step <= 16; step += 1) {
    var angle = step * Math.PI / 8;
    points.push({ x: middle.x - 20 * scale + 26 * scale * Math.cos(angle), y: middle.y + 16 * scale + 26 * scale * Math.sin(angle) });
  }
  return points;
}

function addArrow(svg, edge, points, style, scale) {
  var centre = toScreen(network.body.nodes[edge.to]);
  var reach = sizeInView(nodes[edge.to]) * scale;
  var last = points.filter(function (point) { return Math.hypot(point.x - centre.x, point.y - centre.y) > reach; }).pop() || points[0];
  var angle = Math.atan2(centre.y - last.y, centre.x - last.x);
  var tip = { x: centre.x - reach * Math.cos(angle), y: centre.y - reach * Math.sin(angle) };
  var length = (6 + 2.5 * style.width) * scale;
  var corners = [0.4, -0.4].map(function (turn) {
    return { x: tip.x - length * Math.cos(angle + turn), y: tip.y - length * Math.sin(angle + turn) };
  });
  shape(svg, "path", { d: "M" + [tip].concat(corners).map(pointText).join("L") + "z", fill: style.color.color });
}

function addNodeShape(svg, node, style, scale) {
  var point = toScreen(network.body.nodes[node.id]);
  var factor = style.size * scale / 6.5;
  shape(svg, "path", {
    d: SHAPES[node.shape], fill: style.color.background, stroke: style.color.border, "stroke-width": (style.borderWidth * scale / factor).toFixed(2),
    transform: "translate(" + pointText(point) + ") scale(" + factor.toFixed(3) + ") translate(-8 -8)"
  }).append(titled(clean(node.label)));
}

function addLabelShape(svg, label) {
  var font = /^(bold |500 )?(\d+)px (.*)$/.exec(label.font);
  shape(svg, "text", {
    x: ((label.left + label.right) / 2).toFixed(1), y: ((label.top + label.bottom) / 2).toFixed(1), "text-anchor": "middle", "dominant-baseline": "central",
    "font-family": font[3], "font-size": font[2], "font-weight": (font[1] || "normal").trim(), "paint-order": "stroke", stroke: ground(), "stroke-width": 3.5,
    "stroke-linejoin": "round", fill: label.kind === "node" ? ink(1) : edgeColour(edgeInView(label.id))
  }).textContent = clean(label.text);
}
