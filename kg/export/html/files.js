// The visible part as files: CSV of its claims, GraphML of its nodes and edges.
var FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
// What XML and spreadsheets refuse: control characters, lone surrogates and the two non-characters.
var REFUSED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
var CSV_COLUMNS = [
  "source", "relation", "target", "status", "sign", "claimant", "speaker", "when", "sentence", "document", "title", "publisher", "date", "url",
  "confidence", "edge_sources", "edge"
];
var NODE_KEYS = { label: "string", name: "string", entity_type: "string", mentions: "int", sources: "int", x: "double", y: "double" };
var EDGE_KEYS = {
  label: "string", relation: "string", status: "string", family: "string", sign: "int", score: "double", weight: "int", sources: "int",
  first_date: "string", last_date: "string", holders: "string", evidence: "string"
};

function clean(text) { return String(text).replace(REFUSED, "\ufffd"); }

function csvCell(value) {
  if (typeof value === "number") { return String(value); }
  var text = clean(value === undefined ? "" : value);
  text = FORMULA_START.test(text) ? "'" + text : text;
  return /[",\n\r]/.test(text) ? "\"" + text.replace(/"/g, "\"\"") + "\"" : text;
}

// Of what is chosen, or of all that is drawn.
function listVisible() {
  var drawn = listDrawn().edges.filter(function (edge) { return !isChosen() || isInFocus(edge); });
  return rankEdges(drawn);
}

function makeCsv() {
  var rows = [CSV_COLUMNS];
  listVisible().filter(function (edge) { return edge.stated; }).forEach(function (edge) {
    edge.claims.forEach(function (number) { rows.push(csvRow(edge, claims[number])); });
  });
  return rows.map(function (row) { return row.map(csvCell).join(","); }).join("\n") + "\n";
}

function csvRow(edge, claim) {
  var document_ = documentOf(claim);
  return [
    nodes[edge.from].label, edge.relation, nodes[edge.to].label, claim.edge.status.join(" "), signOf(claim),
    (claim.holders || []).map(voiceName).join(" | "), claim.speaker === undefined ? "" : voiceName(claim.speaker), whenOf(claim), data.sentences[claim.s],
    document_.id, document_.title, document_.publisher, document_.date, document_.url, claim.confidence, edge.sources, claim.edge.key
  ];
}

// With the mark by which Excel knows UTF-8.
function saveCsv() { offer(new Blob(["\ufeff" + makeCsv()], { type: "text/csv" }), "claims.csv"); }

function saveGraphml() { offer(new Blob([makeGraphml()], { type: "application/xml" }), "graph.graphml"); }

function makeGraphml() {
  var space = "http://graphml.graphdrawing.org/xmlns";
  var xml = document.implementation.createDocument(space, "graphml", null);
  function add(parent, tag, attributes, text) {
    var element = xml.createElementNS(space, tag);
    Object.keys(attributes).forEach(function (name) { element.setAttribute(name, clean(attributes[name])); });
    if (text !== undefined) { element.textContent = clean(text); }
    parent.append(element);
    return element;
  }
  [["node", NODE_KEYS], ["edge", EDGE_KEYS]].forEach(function (item) {
    Object.keys(item[1]).forEach(function (name) {
      add(xml.documentElement, "key", { id: item[0] + "_" + name, "for": item[0], "attr.name": name, "attr.type": item[1][name] });
    });
  });
  var graph = add(xml.documentElement, "graph", { edgedefault: "directed" });
  var list = listVisible();
  var ends = new Set();
  list.forEach(function (edge) { ends.add(edge.from).add(edge.to); });
  function addData(element, kind, values) {
    Object.keys(values).forEach(function (name) { add(element, "data", { key: kind + "_" + name }, values[name]); });
  }
  Array.from(ends).sort(function (a, b) { return a - b; }).forEach(function (id) { addData(add(graph, "node", { id: "n" + id }), "node", nodeValues(nodes[id])); });
  list.forEach(function (edge) {
    // Gephi reads the XML attribute `label` as the type of the edge: without it, it merges parallel ones.
    var element = add(graph, "edge", { id: "e" + edge.id, source: "n" + edge.from, target: "n" + edge.to, label: edgeName(edge) });
    addData(element, "edge", edgeValues(edge));
  });
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new XMLSerializer().serializeToString(xml);
}

function edgeName(edge) { return edge.relation + (edge.stated && edge.status.length ? " (" + edge.status.join(", ") + ")" : ""); }

function nodeValues(node) {
  return { label: node.label, name: node.entity, entity_type: node.type, mentions: node.mentions, sources: node.sources, x: node.x, y: node.y };
}

function edgeValues(edge) {
  var values = { label: edgeName(edge), relation: edge.relation, weight: edge.weight, sources: edge.sources };
  if (!edge.stated) { return values; }
  return Object.assign(values, {
    status: edge.status.join(", "), family: edge.family, sign: edge.sign, score: edge.score, first_date: edge.first, last_date: edge.last,
    holders: edge.holders.map(voiceName).join(" | "), evidence: bestSentence(edge)
  });
}
