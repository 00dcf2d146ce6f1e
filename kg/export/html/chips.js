// Above the drawing: what is not as usual, each to be taken back, and the legend of colours that mean something else.
var chips = document.getElementById("chips");
var STANCE_NAMES = { a: "only {a}", b: "only {b}", both: "both say so", conflict: "they disagree" };

// A name may hold what a replacement would read as a sign of its own, so it is given by a function.
function stanceName(stance) {
  return STANCE_NAMES[stance].replace(/\{([ab])\}/, function (whole, side) { return voiceName(side === "a" ? filters.voice : filters.against); });
}

function listActive() {
  var usual = makeFilters();
  var found = [];
  function add(text, names) {
    found.push({ text: text, undo: function () { names.forEach(function (name) { filters[name] = usual[name]; }); } });
  }
  function addSet(name, title) {
    var isUsual = options[name].every(function (value) { return filters[name].has(value) === usual[name].has(value); });
    if (!isUsual) { add(title + ": " + filters[name].size + " of " + options[name].length, [name]); }
  }
  if (filters.against !== null) { add(sentenceCase(voiceName(filters.voice)) + " against " + voiceName(filters.against), ["voice", "against"]); }
  else if (filters.voice !== null) { add("As stated by " + voiceName(filters.voice), ["voice", "against"]); }
  if (isTimeChosen()) { add(rangeName(filters.from, filters.to), ["from", "to"]); }
  [["statuses", "Status"], ["types", "Entities"], ["signs", "Sign"], ["relations", "Relations"]].forEach(function (item) { addSet(item[0], item[1]); });
  if (filters.minimum > 1) { add("≥ " + filters.minimum + " sources", ["minimum"]); }
  if (filters.confidence > 0) { add("confidence ≥ " + filters.confidence, ["confidence"]); }
  ["publisher", "document"].forEach(function (name) { if (filters[name]) { add(filters[name], [name]); } });
  if (filters.rollUp) { add("People and organs as their state", ["rollUp"]); }
  if (filters.communities) { add("Communities", ["communities"]); }
  if (filters.together !== usual.together) { add("Seen together", ["together"]); }
  return found;
}

function showChips(drawn) {
  var active = listActive();
  chips.replaceChildren();
  active.forEach(function (item) { chips.append(makeChip(item)); });
  if (active.length) { chips.append(makeReset()); }
  if (filters.against !== null) { chips.append(stanceLegend(drawn)); }
  if (filters.communities) { chips.append(communityLegend(drawn)); }
  chips.hidden = !chips.childNodes.length;
}

function makeChip(item) {
  var chip = make("button", { type: "button", className: "chip", title: "Take this back" }, make("span", {}, item.text), make("span", { "aria-hidden": "true" }, " ×"));
  chip.addEventListener("click", function () { item.undo(); rebuildControls(); changeFilters(); });
  return chip;
}

function makeReset() {
  var reset = make("button", { type: "button", id: "reset", className: "link" }, "Reset filters");
  reset.addEventListener("click", function () { resetFilters(); rebuildControls(); changeFilters(); });
  return reset;
}

function legend(entries) {
  var list = make("ul", { className: "legend" });
  entries.forEach(function (entry) { list.append(make("li", {}, entry[0], make("span", {}, entry[1]))); });
  return list;
}

function stanceLegend(drawn) {
  return legend(Object.keys(STANCE_NAMES).map(function (stance) {
    var number = drawn.edges.filter(function (edge) { return edge.stance === stance; }).length;
    return [lineIcon({ stroke: edgeColour({ stance: stance }), "stroke-dasharray": stance === "conflict" ? "7 4" : "" }), stanceName(stance) + " (" + number + ")"];
  }));
}

// A community goes by the name of its largest node.
function communityLegend(drawn) {
  var largest = new Map();
  Array.from(drawn.nodes).forEach(function (id) {
    var node = nodes[id];
    var known = largest.get(communityOf(node));
    if (communityOf(node) >= 0 && (!known || sizeInView(node) > sizeInView(known))) { largest.set(communityOf(node), node); }
  });
  return legend(Array.from(largest.keys()).sort(function (a, b) { return a - b; }).slice(0, COMMUNITY_COLOURS.length).map(function (number) {
    return [drawing(16, SHAPES.dot, { fill: COMMUNITY_COLOURS[number] || ALONE_COLOUR }), "round " + largest.get(number).label];
  }));
}
