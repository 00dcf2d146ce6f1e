// The relations as a table: the same content without the drawing.
var table = document.getElementById("table");
var COLUMNS = [
  ["Source", ""], ["Relation", ""], ["Target", ""], ["Statements", "number"], ["Sources", "number"], ["Dates", ""]
];

function showTable(list) {
  table.replaceChildren();
  if (!state.tableOpen) { return; }
  var head = make("tr");
  COLUMNS.forEach(function (column) { head.append(make("th", { scope: "col", className: column[1] }, column[0])); });
  var body = make("tbody");
  appendInParts(body, rankEdges(list), tableRow, 200);
  table.append(make("table", {}, make("thead", {}, head), body));
}

function tableRow(edge) {
  return make("tr", {},
    make("td", {}, nodeLink(edge.from)),
    make("td", {}, link(edgeLabel(edge), function () { select({ edge: edge.id }); })),
    make("td", {}, nodeLink(edge.to)),
    make("td", { className: "number" }, String(edge.weight)),
    make("td", { className: "number" }, String(edge.sources)),
    make("td", {}, spanOf(edge).slice(2)));
}
