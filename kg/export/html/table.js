// The relations as a table that can be sorted: the same content without the drawing.
var table = document.getElementById("table");
var order = { column: null, isDown: false };
var columns = [];
var COLUMNS = [
  { name: "Source", value: function (edge) { return nodes[edge.from].label; }, cell: function (edge) { return nodeLink(edge.from); } },
  { name: "Relation", value: edgeLabel, cell: function (edge) { return link(edgeLabel(edge), function () { select({ edge: edge.id }); }); } },
  { name: "Target", value: function (edge) { return nodes[edge.to].label; }, cell: function (edge) { return nodeLink(edge.to); } },
  { name: "Said", kind: "number", value: function (edge) { return edge.weight; } },
  { name: "Sources", kind: "number", value: function (edge) { return edge.sources; } },
  { name: "Score", kind: "number", value: function (edge) { return edge.stated ? edge.score : 0; }, cell: function (edge) { return edge.stated ? edge.score.toFixed(1) : ""; } },
  { name: "Claimant", value: function (edge) { return edge.stated ? edge.holders.map(voiceName).join(", ") : ""; } },
  { name: "Dates", value: function (edge) { return edge.stated ? spanOf(edge).slice(2) : ""; }, kind: "dates" },
  { name: "Sentence", value: bestSentence, kind: "sentence" }
];

function bestSentence(edge) {
  if (!edge.stated) { return ""; }
  var best = edge.claims.reduce(function (a, b) { return claims[b].confidence > claims[a].confidence ? b : a; });
  return data.sentences[claims[best].s];
}

// What is chosen, or all that is drawn.
function showTable(list) {
  table.replaceChildren();
  if (!state.tableOpen) { return; }
  var chosen = isChosen() ? list.filter(isInFocus) : list;
  // A column without a value in any row would only take room.
  columns = COLUMNS.filter(function (column) { return chosen.some(function (edge) { return column.value(edge) !== ""; }); });
  var head = make("tr");
  columns.forEach(function (column) { head.append(headCell(column)); });
  var body = make("tbody");
  appendInParts(body, sortRows(chosen), tableRow, 200);
  table.append(make("table", {}, make("caption", {}, count(chosen.length, "relation") + (isChosen() ? " of what is chosen" : "")), make("thead", {}, head), body));
}

function headCell(column) {
  var isSorted = order.column === column;
  var cell = make("th", { scope: "col", className: column.kind || "" }, link(column.name + (isSorted ? (order.isDown ? " ↓" : " ↑") : ""), function () {
    order = { column: column, isDown: order.column === column ? !order.isDown : column.kind === "number" };
    showTable(listDrawn().edges);
    table.querySelectorAll("th button")[columns.indexOf(column)].focus();
  }));
  cell.setAttribute("aria-sort", isSorted ? (order.isDown ? "descending" : "ascending") : "none");
  return cell;
}

function sortRows(list) {
  var ranked = rankEdges(list);
  if (!order.column) { return ranked; }
  var valueOf = order.column.value;
  return ranked.sort(function (a, b) {
    var one = valueOf(a);
    var other = valueOf(b);
    var way = order.column.kind === "number" ? one - other : one.localeCompare(other, "en");
    return order.isDown ? -way : way;
  });
}

function tableRow(edge) {
  var row = make("tr");
  columns.forEach(function (column) {
    row.append(make("td", { className: column.kind || "", dir: "auto" }, (column.cell || function (item) { return String(column.value(item)); })(edge)));
  });
  return row;
}
