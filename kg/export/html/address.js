// What is looked at, as the part of the address after "#": to share it, and to go back and forward.
var SETS = { entity: "types", relation: "relations", sign: "signs", status: "statuses" };
var SWITCHES = { rollup: "rollUp", communities: "communities", together: "together" };
var trail = [];
var place = -1;
var hasAddress = true;

function writeParts() {
  var usual = makeFilters();
  var parts = writeSelection();
  function add(name, value) { parts.push(name + "=" + encodeURIComponent(value)); }
  Object.keys(SETS).forEach(function (name) {
    var text = writeSet(filters[SETS[name]], usual[SETS[name]], options[SETS[name]]);
    if (text !== null) { parts.push(name + "=" + text); }
  });
  if (filters.minimum > 1) { add("sources", filters.minimum); }
  if (filters.confidence > 0) { add("confidence", filters.confidence); }
  ["publisher", "document"].forEach(function (name) { if (filters[name]) { add(name, filters[name]); } });
  if (filters.from > 0) { add("from", periods.names[filters.from]); }
  if (filters.to < lastPeriod) { add("to", periods.names[filters.to]); }
  ["voice", "against"].forEach(function (name) { if (filters[name] !== null) { add(name, nameVoice(filters[name])); } });
  Object.keys(SWITCHES).forEach(function (name) { if (filters[SWITCHES[name]] !== usual[SWITCHES[name]]) { add(name, filters[SWITCHES[name]] ? 1 : 0); } });
  if (state.showAll && hasBackbone) { add("all", 1); }
  return parts;
}

function writeSelection() {
  var parts = [];
  function entity(id) { return encodeURIComponent(nodes[id].entity); }
  if (state.edge !== null) { parts.push("edge=" + encodeURIComponent(edges[state.edge].key)); }
  else if (state.pair) { parts.push((state.ask === "path" ? "path=" : "pair=") + state.pair.map(entity).join(",")); }
  else if (state.node !== null) { parts.push("node=" + entity(state.node)); }
  if (state.node !== null && state.depth > 1) { parts.push("depth=" + state.depth); }
  if (state.isAlone) { parts.push("only=1"); }
  return parts;
}

// What is chosen, or with a "!" what is not, whichever is shorter; null if it is as usual.
function writeSet(chosen, usual, all) {
  function isSame(set) { return set.size === chosen.size && Array.from(set).every(function (value) { return chosen.has(value); }); }
  if (isSame(usual)) { return null; }
  if (isSame(new Set(all))) { return "all"; }
  var left = all.filter(function (value) { return !chosen.has(value); });
  var isShorter = left.length < chosen.size;
  return (isShorter ? "!" : "") + (isShorter ? left : Array.from(chosen)).map(encodeURIComponent).join(",");
}

function nameVoice(voice) { return voice === TEXT ? "(text)" : nodes[voice].entity; }

function readParts(text) {
  var parts = new Map();
  text.replace(/^#/, "").split("&").forEach(function (part) {
    var cut = part.indexOf("=");
    if (cut > 0) { parts.set(part.slice(0, cut), part.slice(cut + 1)); }
  });
  return parts;
}

function applyLink(text) {
  var parts = readParts(text);
  resetFilters();
  Object.assign(state, { node: null, edge: null, pair: null, ask: "", depth: 1, isAlone: parts.get("only") === "1" });
  state.showAll = !hasBackbone || parts.get("all") === "1";
  Object.keys(SETS).forEach(function (name) { if (parts.has(name)) { filters[SETS[name]] = readSet(parts.get(name), options[SETS[name]]); } });
  applyNumbers(parts);
  ["publisher", "document"].forEach(function (name) { filters[name] = decode(parts.get(name) || ""); });
  ["voice", "against"].forEach(function (name) { filters[name] = readVoice(decode(parts.get(name) || "")); });
  if (filters.voice === null) { filters.against = null; }
  Object.keys(SWITCHES).forEach(function (name) { if (parts.has(name)) { filters[SWITCHES[name]] = parts.get(name) === "1"; } });
  applySelection(parts);
}

function applyNumbers(parts) {
  filters.minimum = Math.max(1, Number(parts.get("sources")) || 1);
  filters.confidence = Math.min(Math.max(0, Number(parts.get("confidence")) || 0), 1);
  if (parts.has("from")) { filters.from = Math.max(0, periods.names.indexOf(decode(parts.get("from")))); }
  if (parts.has("to") && periods.names.indexOf(decode(parts.get("to"))) >= 0) { filters.to = periods.names.indexOf(decode(parts.get("to"))); }
  state.depth = Math.min(Math.max(1, Math.round(Number(parts.get("depth"))) || 1), 3);
}

function applySelection(parts) {
  var pair = (parts.get("pair") || parts.get("path") || "").split(",").map(function (key) { return idOfEntity.get(decode(key)); });
  var node = idOfEntity.get(decode(parts.get("node") || ""));
  var edge = idOfKey.get(decode(parts.get("edge") || ""));
  if (node !== undefined) { state.node = node; }
  else if (edge !== undefined) { state.edge = edge; }
  else if (pair.length === 2 && pair.indexOf(undefined) < 0) { state.pair = pair; state.ask = parts.has("path") ? "path" : "dyad"; }
}

function readSet(text, all) {
  if (text === "all") { return new Set(all); }
  var isInverse = text.charAt(0) === "!";
  var named = new Set(text.slice(isInverse ? 1 : 0).split(",").map(decode));
  return new Set(all.filter(function (value) { return named.has(String(value)) !== isInverse; }));
}

function readVoice(text) {
  if (text === "(text)") { return TEXT; }
  return idOfEntity.has(text) ? idOfEntity.get(text) : null;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    return text;
  }
}

// A name may hold half a surrogate pair, and a page inside another may have no address of its own.
function linkOfView() {
  try {
    return writeParts().join("&");
  } catch (error) {
    return "";
  }
}

function writeAddress(isNew) {
  var link = linkOfView();
  if (place >= 0 && trail[place] === link) { return; }
  if (isNew || place < 0) { trail = trail.slice(0, place + 1); place += 1; }
  trail[place] = link;
  try {
    history[isNew ? "pushState" : "replaceState"]({ place: place }, "", "#" + link);
  } catch (error) {
    hasAddress = false;
  }
  showTrail();
}

function go(step) {
  if (place + step < 0 || place + step >= trail.length) { return; }
  if (hasAddress) { history.go(step); } else { showPlace(place + step); }
}

function showPlace(number) {
  place = number;
  applyLink(trail[place]);
  rebuildControls();
  refresh();
  fitFocus();
  showTrail();
}

function showTrail() {
  document.getElementById("back").disabled = place <= 0;
  document.getElementById("forward").disabled = place >= trail.length - 1;
}

function readAddress() {
  applyLink(window.location.hash);
  rebuildControls();
  refresh();
  fit();
}

window.addEventListener("popstate", function (event) {
  var known = event.state && event.state.place;
  if (typeof known === "number" && known < trail.length) { showPlace(known); } else { readAddress(); writeAddress(false); }
});
