// The search box: names and aliases, without regard to accents and case.
var searchBox = document.getElementById("search");
var matchList = document.getElementById("matches");
var MOST_MATCHES = 12;
var matches = [];
var active = -1;
var searchable = nodes.map(function (node) {
  return { node: node, names: [node.label].concat(node.aliases).map(function (name) { return { name: name, folded: fold(name) }; }) };
});

function findMatches(query) {
  var wanted = fold(query.trim());
  if (!wanted) { return []; }
  return searchable.map(function (item) { return bestName(item, wanted); })
    .filter(function (match) { return match.score > 0; })
    .sort(function (a, b) { return b.score - a.score || b.node.mentions - a.node.mentions || a.node.id - b.node.id; })
    .slice(0, MOST_MATCHES);
}

function bestName(item, wanted) {
  var best = { node: item.node, name: "", score: 0 };
  item.names.forEach(function (name, index) {
    var score = scoreName(name.folded, wanted);
    if (score && score + (index ? 0 : 0.5) > best.score) {
      best = { node: item.node, name: name.name, score: score + (index ? 0 : 0.5) };
    }
  });
  return best;
}

function scoreName(folded, wanted) {
  if (folded === wanted) { return 4; }
  var place = folded.indexOf(wanted);
  if (place < 0) { return 0; }
  return place === 0 ? 3 : /[\s\-'(]/.test(folded[place - 1]) ? 2 : 1;
}

function showMatches() {
  matches = findMatches(searchBox.value);
  active = matches.length ? 0 : -1;
  matchList.replaceChildren();
  matches.forEach(function (match, index) {
    var row = make("li", { id: "match-" + index, role: "option" }, typeIcon(match.node.type), make("span", {}, match.node.label),
      make("small", {}, match.name === match.node.label ? typeName(match.node.type) : match.name));
    row.addEventListener("mousedown", function (event) { event.preventDefault(); choose(index); });
    matchList.append(row);
  });
  if (!matches.length && searchBox.value.trim()) { matchList.append(make("li", { "aria-disabled": "true" }, "No such name")); }
  matchList.hidden = !matchList.childNodes.length;
  searchBox.setAttribute("aria-expanded", String(!matchList.hidden));
  markActive();
}

function markActive() {
  Array.from(matchList.children).forEach(function (row, index) { row.setAttribute("aria-selected", String(index === active)); });
  if (active < 0) { searchBox.removeAttribute("aria-activedescendant"); return; }
  searchBox.setAttribute("aria-activedescendant", "match-" + active);
  matchList.children[active].scrollIntoView({ block: "nearest" });
}

function closeMatches() {
  matchList.hidden = true;
  searchBox.setAttribute("aria-expanded", "false");
}

function choose(index) {
  var node = matches[index].node;
  searchBox.value = node.label;
  closeMatches();
  select({ node: node.id });
  showNodeOnCanvas(node.id);
}

searchBox.addEventListener("input", showMatches);
searchBox.addEventListener("focus", function () { searchBox.select(); if (searchBox.value) { showMatches(); } });
searchBox.addEventListener("blur", closeMatches);
searchBox.addEventListener("keydown", function (event) {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (!matches.length) { return; }
    active = (active + (event.key === "ArrowDown" ? 1 : matches.length - 1)) % matches.length;
    markActive();
  } else if (event.key === "Enter" && active >= 0 && !matchList.hidden) {
    event.preventDefault();
    choose(active);
  } else if (event.key === "Escape") {
    event.stopPropagation();
    if (matchList.hidden) { searchBox.value = ""; searchBox.blur(); } else { closeMatches(); }
  }
});
