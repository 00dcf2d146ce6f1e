// The panel beside the graph: an entity with its claims, a relation with its evidence, or two actors.
var panel = document.getElementById("panel");

function showPanel() {
  panel.replaceChildren();
  panel.scrollTop = 0;
  if (state.edge !== null) { showEdge(edgeInView(state.edge)); }
  else if (state.pair !== null) { showPair(); }
  else if (state.node !== null) { showNode(nodes[nodeInView(state.node)]); }
  else if (state.ask === "form") { showAskForm(); }
  else { showIntroduction(); }
}

function showIntroduction() {
  panel.append(
    make("h2", {}, "Every edge is a claim you can check"),
    make("p", {}, "Click an actor or treaty for all that is stated of it, or an edge for the sentences behind it."),
    make("p", { className: "soft" }, "Press / to search. Escape takes a selection back. The table holds the same relations. The address holds what you look at: copy it to share the view."),
    make("p", { className: "key" }, "In a sentence: ", make("mark", { className: "source" }, "source"), " ",
      make("mark", { className: "cue" }, "relation"), " ", make("mark", { className: "target" }, "target"))
  );
}

function link(text, onClick) {
  var button = make("button", { type: "button", className: "link" }, text);
  button.addEventListener("click", onClick);
  return button;
}

function nodeLink(id) { return link(nodes[id].label, function () { select({ node: id }); }); }

function statusBadges(edge) {
  return edge.status.map(function (status) { return badge(statusWord(status), status); });
}

function figures(edge) { return count(edge.weight, "statement") + " · " + count(edge.sources, "source"); }

function showNode(node) {
  var about = [typeName(node.type), node.subtype, node.state].filter(Boolean).join(" · ");
  panel.append(make("h2", { dir: "auto" }, node.label), make("p", { className: "soft" }, about));
  if (node.aliases.length) { panel.append(make("p", { className: "soft" }, "Also: " + node.aliases.slice(0, 8).join(", "))); }
  panel.append(make("p", { className: "soft" },
    count(node.mentions, "mention") + " in " + count(node.documents, "document") + ", " + count(node.sources, "independent source")));
  showReach();
  if (node.type === "TREATY" || node.type === "LAW") { showLife(node); }
  var all = touching(node.id);
  var shown = all.filter(function (edge) { return passes(edge); });
  groupByRelation(rankEdges(shown)).forEach(function (group, relation) { showGroup(node, relation, group); });
  if (!shown.length) { panel.append(make("p", { className: "soft" }, "Nothing that passes the filters is stated of it.")); }
  var hidden = countStated(all) - countStated(shown);
  if (hidden) { panel.append(make("p", { className: "soft" }, count(hidden, "more relation") + " hidden by the filters.")); }
}

function countStated(list) { return list.filter(function (edge) { return edge.stated; }).length; }

function showReach() {
  var row = make("div", { className: "row reach" }, make("span", { className: "soft" }, "Steps"));
  switcher(row, "Steps from here", [[1, "1"], [2, "2"], [3, "3"]], state.depth, function (depth) {
    state.depth = depth;
    refresh();
    writeAddress(false);
    panel.querySelector(".reach input:checked").focus();
  });
  row.append(onlyButton(), action("Ask …", function () { askFor(state.node); }));
  panel.append(row);
}

function onlyButton() {
  var only = make("button", { type: "button", id: "only", "aria-pressed": String(state.isAlone) }, "Only these");
  only.addEventListener("click", function () {
    state.isAlone = !state.isAlone;
    refresh();
    fit();
    writeAddress(false);
    document.getElementById("only").focus();
  });
  return only;
}

function typeName(type) { return words(type).replace(/^igo$/, "intergovernmental organisation").replace(/^org$/, "organisation"); }

function groupByRelation(list) {
  var groups = new Map();
  list.filter(function (edge) { return edge.stated; })
    .concat(list.filter(function (edge) { return !edge.stated; }))
    .forEach(function (edge) {
      if (!groups.has(edge.relation)) { groups.set(edge.relation, []); }
      groups.get(edge.relation).push(edge);
    });
  return groups;
}

function glossOf(relation) { return data.relations[relation] ? data.relations[relation].gloss : ""; }

function showGroup(node, relation, group) {
  var title = make("h3", { title: glossOf(relation) }, group[0].stated ? words(relation) : "seen together with");
  var list = make("div");
  panel.append(title, list);
  appendInParts(list, group, function (edge) { return relationEntry(node, edge); }, 30);
}

function relationEntry(node, edge) {
  var other = nodes[edge.from === node.id ? edge.to : edge.from];
  var arrow = edge.arrows !== "to" ? "↔ " : edge.from === node.id ? "→ " : "← ";
  return foldedEdge(edge, arrow + other.label);
}

// An edge that shows its claims when it is opened.
function foldedEdge(edge, text) {
  var summary = make("summary", {}, make("span", { className: "name", dir: "auto" }, text));
  statusBadges(edge).forEach(function (item) { summary.append(item); });
  if (edge.stance) { summary.append(badge(stanceName(edge.stance))); }
  summary.append(make("span", { className: "figures" }, figures(edge)));
  var entry = make("details", {}, summary);
  entry.addEventListener("toggle", function () {
    if (!entry.open || entry.childNodes.length > 1) { return; }
    appendEvidence(entry, edge);
    entry.append(link("Show this relation", function () { select({ edge: edge.id }); }));
  });
  return entry;
}

function appendEvidence(parent, edge) {
  if (edge.stated) { appendInParts(parent, edge.claims, claimCard, 20); return; }
  parent.append(make("p", { className: "soft" },
    "Together in " + count(edge.weight, edge.window) + " of " + count(edge.sources, "independent source") +
    "; no relation is stated by that."),
  make("p", { className: "soft" }, "NPMI " + edge.npmi + " · log-likelihood " + edge.likelihood + " · p = " + edge.p));
}

function showEdge(edge) {
  panel.append(make("h2", { className: "statement" }, nodeLink(edge.from), make("span", { className: "relation" },
    (edge.arrows === "to" ? "" : "↔ ") + (edge.stated ? words(edge.relation) : "seen together with") + (edge.arrows === "to" ? " →" : "")), nodeLink(edge.to)));
  if (glossOf(edge.relation)) {
    panel.append(make("p", { className: "soft" }, "“" + words(edge.relation) + "”: " + glossOf(edge.relation)));
  }
  if (!edge.stated) { appendEvidence(panel, edge); return; }
  var badges = make("div", { className: "badges" }, badge(data.signs[edge.sign].name));
  statusBadges(edge).forEach(function (item) { badges.append(item); });
  if (edge.stance) { badges.append(badge(stanceName(edge.stance))); }
  panel.append(badges, make("p", { className: "soft" },
    count(edge.weight, "distinct statement") + " from " + count(edge.sources, "independent source") + spanOf(edge)));
  if (edge.holders.length) { panel.append(make("p", { className: "soft" }, "According to " + edge.holders.map(voiceName).join(", "))); }
  panel.append(make("h3", {}, count(edge.claims.length, "claim")));
  appendEvidence(panel, edge);
}

function spanOf(edge) {
  if (!edge.first) { return ""; }
  return ", " + (edge.first === edge.last ? edge.first : edge.first + " to " + edge.last);
}
