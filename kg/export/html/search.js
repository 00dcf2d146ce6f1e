// Search boxes: names and aliases, without regard to accents and case.
var MOST_MATCHES = 12;
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

// Makes a box offer names in a list below it; onChoose is told the node.
function offerNames(box, list, onChoose) {
  var matches = [];
  var active = -1;

  function show() {
    matches = findMatches(box.value);
    active = matches.length ? 0 : -1;
    list.replaceChildren();
    matches.forEach(function (match, index) {
      var row = make("li", { id: list.id + "-" + index, role: "option" }, typeIcon(match.node.type), make("span", { dir: "auto" }, match.node.label),
        make("small", {}, match.name === match.node.label ? typeName(match.node.type) : match.name));
      row.addEventListener("mousedown", function (event) { event.preventDefault(); choose(index); });
      list.append(row);
    });
    if (!matches.length && box.value.trim()) { list.append(make("li", { role: "option", "aria-disabled": "true" }, "No such name")); }
    list.hidden = !list.childNodes.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  }

  function mark() {
    Array.from(list.children).forEach(function (row, index) { row.setAttribute("aria-selected", String(index === active)); });
    if (active < 0) { box.removeAttribute("aria-activedescendant"); return; }
    box.setAttribute("aria-activedescendant", list.id + "-" + active);
    list.children[active].scrollIntoView({ block: "nearest" });
  }

  function close() {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
  }

  function choose(index) {
    box.value = matches[index].node.label;
    close();
    onChoose(matches[index].node);
  }

  box.addEventListener("input", show);
  box.addEventListener("focus", function () { box.select(); if (box.value) { show(); } });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", function (event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!matches.length) { return; }
      active = (active + (event.key === "ArrowDown" ? 1 : matches.length - 1)) % matches.length;
      mark();
    } else if (event.key === "Enter" && active >= 0 && !list.hidden) {
      event.preventDefault();
      choose(active);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (list.hidden) { box.value = ""; box.blur(); } else { close(); }
    }
  });
}

// A box of the same kind, for a form; value is the node that stands in it at first.
function nameBox(id, label, value, onChoose) {
  var box = make("input", {
    type: "search", id: id, role: "combobox", autocomplete: "off", spellcheck: false, value: value === null ? "" : nodes[value].label,
    "aria-label": label, "aria-expanded": "false", "aria-controls": id + "-names", "aria-autocomplete": "list", placeholder: label + " …"
  });
  var list = make("ul", { id: id + "-names", className: "matches", role: "listbox", "aria-label": "Matching names", hidden: true });
  offerNames(box, list, onChoose);
  return make("div", { className: "search" }, box, list);
}

var searchBox = document.getElementById("search");
offerNames(searchBox, document.getElementById("matches"), function (node) {
  select({ node: node.id });
  showNodeOnCanvas(nodeInView(node.id));
});
