// Two actors: all that is claimed between them both ways, or the shortest chain of claims that links them.
var asked = [null, null];

function askFor(first) {
  asked = state.pair ? state.pair.slice() : [first, null];
  select({ ask: "form" });
  var empty = asked[0] === null ? "ask-first" : "ask-second";
  document.getElementById(empty).focus();
}

function askForm() {
  var form_ = make("div", { className: "ask" });
  ["First actor", "Second actor"].forEach(function (label, index) {
    form_.append(nameBox(index ? "ask-second" : "ask-first", label, asked[index], function (node) {
      asked[index] = node.id;
      if (state.pair) { askPair(state.ask); } else if (index === 0 && asked[1] === null) { document.getElementById("ask-second").focus(); }
    }));
  });
  form_.append(make("div", { className: "row" },
    action("How do they stand?", function () { askPair("dyad"); }), action("What links them?", function () { askPair("path"); })));
  return form_;
}

function action(text, onClick) {
  var element = make("button", { type: "button" }, text);
  element.addEventListener("click", onClick);
  return element;
}

function askPair(what) {
  if (asked[0] === null || asked[1] === null || asked[0] === asked[1]) {
    document.getElementById(asked[0] === null ? "ask-first" : "ask-second").focus();
    return;
  }
  select({ pair: asked.slice(), ask: what });
  fitFocus();
}

function showAskForm() {
  panel.append(make("h2", {}, "Ask about two actors"), askForm(),
    make("p", { className: "soft" }, "How they stand: all claims between the two, both ways, with the score over time. What links them: the shortest chain of claims, with a sentence for each step."));
}

function showPair() {
  var pair = pairInView();
  asked = state.pair.slice();
  panel.append(make("h2", { className: "statement" }, nodeLink(pair[0]), make("span", { className: "relation" }, state.ask === "path" ? "…" : "↔"), nodeLink(pair[1])));
  var other = state.ask === "path" ? ["How do they stand?", "dyad"] : ["What links them?", "path"];
  panel.append(make("div", { className: "row" }, action(other[0], function () { askPair(other[1]); }), onlyButton(), action("Ask about others", function () { askFor(null); })));
  if (state.ask === "path") { showChain(pair); } else { showDyad(pair); }
}

function showChain(pair) {
  if (!chain.length) {
    panel.append(make("p", {}, pair[0] === pair[1] ? "Both are one in this view." : "No chain of claims that pass the filters links the two."));
    return;
  }
  panel.append(make("p", { className: "soft" }, count(chain.length, "step") + ", the best attested of the shortest chains"));
  var list = make("ol", { className: "chain" });
  var from = pair[0];
  chain.forEach(function (edge) {
    var best = edge.claims.slice().sort(function (a, b) { return claims[b].confidence - claims[a].confidence || a - b; })[0];
    list.append(make("li", {}, statementLine(edge, from), make("p", { className: "soft" }, figures(edge)), claimCard(best)));
    from = edge.from === from ? edge.to : edge.from;
  });
  panel.append(list);
}

// What points neither way is told in the order of the chain.
function statementLine(edge, first) {
  var isTurned = edge.arrows !== "to" && edge.to === first;
  var line = make("p", { className: "statement" }, nodeLink(isTurned ? edge.to : edge.from), relationLink(edge), nodeLink(isTurned ? edge.from : edge.to));
  statusBadges(edge).forEach(function (item) { line.append(item); });
  return line;
}

function relationLink(edge) {
  var isDirected = edge.arrows === "to";
  return link((isDirected ? "" : "↔ ") + words(edge.relation) + (isDirected ? " →" : ""), function () { select({ edge: edge.id }); });
}

function showDyad(pair) {
  var between = rankEdges(listBetween(pair));
  if (!between.length) { panel.append(make("p", {}, "Nothing is stated between the two that passes the filters.")); return; }
  var list = [];
  between.forEach(function (edge) { edge.claims.forEach(function (number) { list.push(claims[number]); }); });
  showScores(list);
  showWay(nodes[pair[0]].label + " → " + nodes[pair[1]].label, between.filter(function (edge) { return edge.arrows === "to" && edge.from === pair[0]; }));
  showWay(nodes[pair[1]].label + " → " + nodes[pair[0]].label, between.filter(function (edge) { return edge.arrows === "to" && edge.from === pair[1]; }));
  showWay("Each other", between.filter(function (edge) { return edge.arrows !== "to"; }));
}

function showWay(title, list) {
  if (!list.length) { return; }
  panel.append(make("h3", {}, title + " · " + count(list.length, "relation")));
  list.forEach(function (edge) { panel.append(foldedEdge(edge, words(edge.relation))); });
}
