// The panel beside the graph: an entity with its claims, or a relation with its evidence.
var panel = document.getElementById("panel");

function showPanel() {
  panel.replaceChildren();
  panel.scrollTop = 0;
  if (state.edge !== null) { showEdge(edges[state.edge]); }
  else if (state.node !== null) { showNode(nodes[state.node]); }
  else { showIntroduction(); }
}

function showIntroduction() {
  panel.append(
    make("h2", {}, "Every edge is a claim you can check"),
    make("p", {}, "Click an actor or treaty for all that is stated of it, or an edge for the sentences behind it."),
    make("p", { className: "soft" }, "Press / to search. Escape takes a selection back. The table holds the same relations."),
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
  panel.append(make("h2", {}, node.label), make("p", { className: "soft" }, about));
  if (node.aliases.length) { panel.append(make("p", { className: "soft" }, "Also: " + node.aliases.slice(0, 12).join(", "))); }
  panel.append(make("p", { className: "soft" },
    count(node.mentions, "mention") + " in " + count(node.documents, "document") + ", " + count(node.sources, "independent source")));
  var shown = touching[node.id].filter(function (edge) { return passes(edge); });
  groupByRelation(rankEdges(shown)).forEach(function (group, relation) { showGroup(node, relation, group); });
  if (!shown.length) { panel.append(make("p", { className: "soft" }, "Nothing that passes the filters is stated of it.")); }
  var hidden = touching[node.id].filter(function (edge) { return edge.stated; }).length - shown.filter(function (edge) { return edge.stated; }).length;
  if (hidden) { panel.append(make("p", { className: "soft" }, count(hidden, "more relation") + " hidden by the filters.")); }
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

function showGroup(node, relation, group) {
  var title = make("h3", { title: data.glosses[relation] || "" }, group[0].stated ? words(relation) : "seen together with");
  var list = make("div");
  panel.append(title, list);
  appendInParts(list, group, function (edge) { return relationEntry(node, edge); }, 30);
}

function relationEntry(node, edge) {
  var other = nodes[edge.from === node.id ? edge.to : edge.from];
  var arrow = edge.arrows !== "to" ? "↔ " : edge.from === node.id ? "→ " : "← ";
  var summary = make("summary", {}, make("span", { className: "name" }, arrow + other.label));
  statusBadges(edge).forEach(function (item) { summary.append(item); });
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
  if (data.glosses[edge.relation]) {
    panel.append(make("p", { className: "soft" }, "“" + words(edge.relation) + "”: " + data.glosses[edge.relation]));
  }
  if (!edge.stated) { appendEvidence(panel, edge); return; }
  var badges = make("div", { className: "badges" }, badge(data.signs[edge.sign].name));
  statusBadges(edge).forEach(function (item) { badges.append(item); });
  panel.append(badges, make("p", { className: "soft" },
    count(edge.weight, "distinct statement") + " from " + count(edge.sources, "independent source") + spanOf(edge)));
  if (edge.holders.length) { panel.append(make("p", { className: "soft" }, "According to " + edge.holders.join(", "))); }
  panel.append(make("h3", {}, count(edge.claims.length, "claim")));
  appendEvidence(panel, edge);
}

function spanOf(edge) {
  if (!edge.first) { return ""; }
  return ", " + (edge.first === edge.last ? edge.first : edge.first + " to " + edge.last);
}
