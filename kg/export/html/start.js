// Selection, pointer and keys, and the first drawing.
var hint = document.getElementById("hint");
var knownHeight = canvas.clientHeight;

function refresh() {
  var drawn = redraw();
  showCounts(drawn);
  showChips(drawn);
  followSize();
  showPanel();
  showTable(drawn.edges);
  nameShowAll();
}

// What stands above the drawing takes room from it at once, not at the next look at its size.
function followSize() {
  if (canvas.clientHeight === knownHeight) { return; }
  knownHeight = canvas.clientHeight;
  network.canvas.setSize();
  askForFrame();
}

function changeFilters() {
  refresh();
  writeAddress(false);
}

function select(choice) {
  var wasAlone = state.isAlone;
  state.node = choice.node === undefined ? null : choice.node;
  state.edge = choice.edge === undefined ? null : choice.edge;
  state.pair = choice.pair || null;
  state.ask = choice.ask || "";
  if (state.node === null && state.pair === null) { state.isAlone = false; }
  refresh();
  if (wasAlone) { fit(); }
  writeAddress(true);
}

function showNodeOnCanvas(id) {
  network.moveTo({ position: { x: spotOf(id).x, y: spotOf(id).y }, scale: Math.max(network.getScale(), 0.7) });
}

// Brings what is chosen into sight if it is not.
function fitFocus() {
  var focus = focusOf(listDrawn());
  var area = freeArea();
  var isSeen = Array.from(focus || []).every(function (id) {
    var point = toScreen(spotOf(id));
    return point.x > area.left && point.x < area.right && point.y > area.top && point.y < area.bottom;
  });
  if (!isSeen) { fit(); }
}

function showHint(text, event) {
  hint.textContent = text;
  hint.hidden = false;
  var spot = event.pointer.DOM;
  hint.style.left = Math.max(0, Math.min(spot.x + 14, canvas.clientWidth - hint.offsetWidth - 4)) + "px";
  hint.style.top = Math.max(0, Math.min(spot.y + 14, canvas.clientHeight - hint.offsetHeight - 4)) + "px";
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
network.on("hoverEdge", function (event) { showHint(describeEdge(edgeInView(event.edge)), event); });
network.on("hoverNode", function (event) { showHint(nodes[event.node].label + " · " + typeName(nodes[event.node].type), event); });
["blurEdge", "blurNode", "dragStart", "zoom"].forEach(function (name) { network.on(name, hideHint); });
network.on("zoom", function () { isMoved = true; });
// The network itself moves its view after a change of size, so ours comes after.
network.on("resize", function () { if (!isMoved) { window.setTimeout(fit, 0); } });
network.on("dragEnd", function (event) {
  isMoved = true;
  var positions = network.getPositions(event.nodes);
  event.nodes.forEach(function (id) { Object.assign(spotOf(id), positions[id]); });
});

document.addEventListener("keydown", function (event) {
  var isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) { event.preventDefault(); searchBox.focus(); }
  if (event.key === "Escape" && (isChosen() || state.ask)) { select({}); }
});
form.addEventListener("submit", function (event) { event.preventDefault(); });
darkness.addEventListener("change", function () { rebuildControls(); refresh(); });

addButtons();
readAddress();
writeAddress(false);
window.kgPage = {
  network: network, nodes: nodes, edges: edges, claims: claims, filters: filters, state: state, view: view,
  drawn: listDrawn, labels: function () { return labels; }, select: select, refresh: refresh, idOfEntity: idOfEntity, idOfKey: idOfKey,
  csv: makeCsv, graphml: makeGraphml, svg: makeSvg
};
