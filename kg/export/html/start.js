// Selection, links into the page, and the first drawing.
var hint = document.getElementById("hint");

function refresh() {
  var drawn = redraw();
  showCounts(drawn);
  showPanel();
  showTable(drawn.edges);
}

function select(choice) {
  state.node = choice.node === undefined ? null : choice.node;
  state.edge = choice.edge === undefined ? null : choice.edge;
  refresh();
  writeLink();
}

function showNodeOnCanvas(id) {
  network.moveTo({ position: { x: nodes[id].x, y: nodes[id].y }, scale: Math.max(network.getScale(), 0.7) });
}

function writeLink() {
  // A name may hold half a surrogate pair, and a page inside another may have no address of its own.
  try {
    history.replaceState(null, "", "#" + linkOfSelection());
  } catch (error) {
    return;
  }
}

function linkOfSelection() {
  if (state.edge !== null) { return "edge=" + encodeURIComponent(edges[state.edge].key); }
  return state.node === null ? "" : "node=" + encodeURIComponent(nodes[state.node].entity);
}

function readLink() {
  var match = /^#(node|edge)=(.+)$/.exec(window.location.hash);
  if (!match) { return; }
  var key = decode(match[2]);
  var id = (match[1] === "node" ? idOfEntity : idOfKey).get(key);
  if (id === undefined) { return; }
  select(match[1] === "node" ? { node: id } : { edge: id });
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    return text;
  }
}

function showHint(text, event) {
  hint.textContent = text;
  hint.hidden = false;
  var place = event.pointer.DOM;
  hint.style.left = Math.max(0, Math.min(place.x + 14, canvas.clientWidth - hint.offsetWidth - 4)) + "px";
  hint.style.top = Math.max(0, Math.min(place.y + 14, canvas.clientHeight - hint.offsetHeight - 4)) + "px";
}

function hideHint() { hint.hidden = true; }

function describeEdge(edge) {
  return nodes[edge.from].label + " – " + edgeLabel(edge) + " – " + nodes[edge.to].label + " · " + figures(edge);
}

network.on("click", function (event) {
  var label = labelAt(event.pointer.DOM);
  if (event.nodes.length) { select({ node: event.nodes[0] }); }
  else if (label) { select(label.kind === "node" ? { node: label.id } : { edge: label.id }); }
  else { select(event.edges.length ? { edge: event.edges[0] } : {}); }
});
network.on("hoverEdge", function (event) { showHint(describeEdge(edges[event.edge]), event); });
network.on("hoverNode", function (event) { showHint(nodes[event.node].label + " · " + typeName(nodes[event.node].type), event); });
["blurEdge", "blurNode", "dragStart", "zoom"].forEach(function (name) { network.on(name, hideHint); });
network.on("zoom", function () { isMoved = true; });
network.on("resize", function () { if (!isMoved) { fit(); } });
network.on("dragEnd", function () {
  isMoved = true;
  var positions = network.getPositions();
  Object.keys(positions).forEach(function (id) { nodes[id].x = positions[id].x; nodes[id].y = positions[id].y; });
});

document.addEventListener("keydown", function (event) {
  var isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) { event.preventDefault(); searchBox.focus(); }
  if (event.key === "Escape" && (state.node !== null || state.edge !== null)) { select({}); }
});
window.addEventListener("hashchange", readLink);
darkness.addEventListener("change", function () { rebuildControls(); refresh(); });

addControls();
addButtons();
refresh();
fit();
readLink();
window.kgPage = {
  network: network, nodes: nodes, edges: edges, filters: filters, state: state,
  drawn: listDrawn, labels: function () { return labels; }, select: select, refresh: refresh, idOfEntity: idOfEntity, idOfKey: idOfKey
};
