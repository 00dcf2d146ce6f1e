// The side: what is shown, grouped, with how much each choice holds.
var familyBoxes = [];

function addControls() {
  addStatuses();
  addTimeline();
  addEntities();
  addSigns();
  addRelations();
  addEvidenceFilters();
  addVoices();
  addDrawing();
}

function rebuildControls() {
  form.replaceChildren();
  outputs = [];
  bars = [];
  familyBoxes = [];
  addControls();
}

function addStatuses() {
  if (!options.statuses.length) { return; }
  var part = section("Status", "", true);
  var chosen = isStatus(options.statuses) ? "all" : isStatus(ASSERTED) ? "asserted" : "";
  switcher(part, "Which claims", [["asserted", "Asserted"], ["all", "All statuses"]], chosen, function (value) {
    filters.statuses = new Set(options.statuses.filter(function (status) { return value === "all" || ASSERTED.indexOf(status) >= 0; }));
    changeFilters();
    rebuildControls();
    showCounts(listDrawn());
    form.querySelector(".switcher input:checked").focus();
  });
  addOptions(part, "statuses", options.statuses, function (status) { return status === "stated" ? "stated as fact" : statusWord(status); }, statusIcon);
}

function isStatus(list) {
  return options.statuses.every(function (status) { return filters.statuses.has(status) === (list.indexOf(status) >= 0); });
}

function addEntities() {
  if (!options.types.length) { return; }
  addOptions(section("Entities", "", true), "types", options.types, function (type) { return data.types[type].plural; }, typeIcon);
}

function addSigns() {
  if (!options.signs.length) { return; }
  var part = section("Sign", "", true);
  addOptions(part, "signs", options.signs, function (sign) { return data.signs[sign].name; }, function (sign) {
    return lineIcon({ stroke: signColour(sign), "stroke-dasharray": sign < 0 ? "7 4" : "" });
  });
  part.append(make("p", { className: "soft" }, "The wider, the more independent sources."));
}

function addRelations() {
  if (!options.relations.length) { return; }
  var part = section("Relations", "", false);
  options.families.forEach(function (family) {
    var members = options.relations.filter(function (relation) { return data.relations[relation].family === family; });
    var row = checkbox(part, sentenceCase(family), "", true, function (isChecked) {
      members.forEach(function (relation) { if (isChecked) { filters.relations.add(relation); } else { filters.relations.delete(relation); } });
    });
    row.label.classList.add("family");
    familyBoxes.push({ members: members, row: row });
    var list = make("div", { className: "members" });
    addOptions(list, "relations", members, words, function () { return ""; });
    part.append(list);
  });
}

function addEvidenceFilters() {
  var most = stated.reduce(function (high, edge) { return Math.max(high, edge.sources); }, 1);
  if (!stated.length) { return; }
  var part = section("Evidence", "", false);
  if (most > 1) {
    slider(part, "Independent sources, at least", { min: 1, max: most, step: 1, value: filters.minimum }, function (value) { filters.minimum = value; });
  }
  slider(part, "Confidence, at least", { min: 0, max: 1, step: 0.05, value: filters.confidence }, function (value) { filters.confidence = value; });
  addDocumentFilter(part, "publisher", "Publisher", function (item) { return item.publisher; }, function (item) { return item.publisher; });
  addDocumentFilter(part, "document", "Document", function (item) { return item.id; }, function (item) { return item.title || item.id; });
}

function addDocumentFilter(part, name, text, valueOf, textOf) {
  var texts = new Map();
  var counts = new Map();
  claims.forEach(function (claim) {
    var value = valueOf(documentOf(claim));
    if (!value) { return; }
    texts.set(value, textOf(documentOf(claim)));
    counts.set(value, (counts.get(value) || 0) + 1);
  });
  if (texts.size < 2) { return; }
  var choices = Array.from(texts.keys()).sort(function (a, b) { return compareTexts(texts.get(a), texts.get(b)); }).map(function (value) {
    return [value, texts.get(value) + " (" + counts.get(value) + ")"];
  });
  choice(part, text, [["", "all"]].concat(choices), filters[name], function (value) { filters[name] = value; });
}

function compareTexts(a, b) { return a < b ? -1 : a > b ? 1 : 0; }

function listVoices() {
  var counts = new Map();
  claims.forEach(function (claim) { counts.set(voiceOf(claim), (counts.get(voiceOf(claim)) || 0) + 1); });
  return Array.from(counts.keys())
    .sort(function (a, b) { return (b === TEXT) - (a === TEXT) || counts.get(b) - counts.get(a) || compareTexts(voiceName(a), voiceName(b)); })
    .map(function (voice) { return [nameVoice(voice), voiceName(voice) + " (" + counts.get(voice) + ")"]; });
}

function addVoices() {
  var voices = listVoices();
  if (voices.length < 2) { return; }
  var part = section("Whose view", "", false);
  var second = null;
  choice(part, "As stated by", [["", "anyone"]].concat(voices), filters.voice === null ? "" : nameVoice(filters.voice), function (value) {
    filters.voice = readVoice(value);
    if (filters.voice === null) { filters.against = null; second.value = ""; }
    second.disabled = filters.voice === null;
  });
  second = choice(part, "Compared with", [["", "nobody"]].concat(voices), filters.against === null ? "" : nameVoice(filters.against), function (value) {
    filters.against = readVoice(value);
  });
  second.disabled = filters.voice === null;
}

function addDrawing() {
  var part = section("Drawing", "", false);
  var hasFolds = nodes.some(function (node) { return node.fold !== node.id; });
  if (hasFolds) { checkbox(part, "People and organs as their state", "", filters.rollUp, function (isChecked) { filters.rollUp = isChecked; }); }
  if (nodes.some(function (node) { return node.community >= 0; })) {
    checkbox(part, "Colour by community", "", filters.communities, function (isChecked) { filters.communities = isChecked; });
  }
  var pairs = edges.length - stated.length;
  if (!pairs) { return; }
  var icon = lineIcon({ stroke: "currentColor", "stroke-opacity": 0.6, "stroke-dasharray": "1 5", "stroke-width": 1.5 });
  var row = checkbox(part, "Seen together", icon, filters.together, function (isChecked) { filters.together = isChecked; });
  row.output.textContent = String(pairs);
}
