// The filters, which are the legend too, and the buttons of the head.
var form = document.getElementById("filters");
var outputs = [];

function fieldset(title) {
  var set = make("fieldset", {}, make("legend", {}, title));
  form.append(set);
  return set;
}

function checkbox(parent, text, icon, isChecked, onChange) {
  var box = make("input", { type: "checkbox", checked: isChecked });
  var output = make("output");
  var label = make("label", {}, box);
  if (icon) { label.append(icon); }
  label.append(make("span", {}, text), output);
  box.addEventListener("change", function () { onChange(box.checked); refresh(); });
  parent.append(label);
  return { label: label, output: output };
}

function addGroup(title, group, textOf, iconOf) {
  if (!options[group].length) { return; }
  var set = fieldset(title);
  options[group].forEach(function (value) {
    var row = checkbox(set, textOf(value), iconOf(value), filters[group].has(value), function (isChecked) {
      if (isChecked) { filters[group].add(value); } else { filters[group].delete(value); }
    });
    outputs.push({ group: group, value: value, label: row.label, output: row.output });
  });
}

function statusIcon(status) {
  var dashes = { stated: "", attributed: "" };
  return lineIcon({
    stroke: "currentColor", "stroke-opacity": status === "stated" ? 0.95 : 0.5, "stroke-dasharray": status in dashes ? "" : "2 4"
  });
}

function addMinimum() {
  var most = stated.reduce(function (high, edge) { return Math.max(high, edge.sources); }, 1);
  if (most < 2) { return; }
  var slider = make("input", { type: "range", min: 1, max: most, step: 1, value: 1, "aria-label": "Independent sources at least" });
  var output = make("output", {}, "1");
  slider.addEventListener("input", function () {
    filters.minimum = Number(slider.value);
    output.textContent = slider.value;
    refresh();
  });
  fieldset("Sources, at least").append(make("label", {}, slider, output));
}

function addTogether() {
  var pairs = edges.length - stated.length;
  if (!pairs) { return; }
  var icon = lineIcon({ stroke: "currentColor", "stroke-opacity": 0.6, "stroke-dasharray": "1 5", "stroke-width": 1.5 });
  var row = checkbox(fieldset("Not stated"), "Seen together", icon, filters.together, function (isChecked) { filters.together = isChecked; });
  row.output.textContent = String(pairs);
}

function addControls() {
  addGroup("Entities", "types", function (type) { return data.types[type].plural; }, typeIcon);
  addGroup("Relations", "families", function (family) { return family.charAt(0).toUpperCase() + family.slice(1); }, function () { return ""; });
  addGroup("Sign", "signs", function (sign) { return data.signs[sign].name; }, function (sign) {
    return lineIcon({ stroke: signColour(sign), "stroke-dasharray": sign < 0 ? "7 4" : "" });
  });
  addGroup("Status", "statuses", function (status) { return status === "stated" ? "stated as fact" : statusWord(status); }, statusIcon);
  addMinimum();
  addTogether();
  form.append(make("p", { className: "soft" }, "Width grows with the number of independent sources."));
  form.addEventListener("submit", function (event) { event.preventDefault(); });
}

function rebuildControls() {
  form.replaceChildren();
  outputs = [];
  addControls();
}

function showCounts(drawn) {
  var counts = {};
  Object.keys(options).forEach(function (group) { counts[group] = countOptions(group); });
  outputs.forEach(function (row) {
    var number = counts[row.group].get(row.value) || 0;
    row.output.textContent = String(number);
    row.label.classList.toggle("none", number === 0);
  });
  var shown = drawn.edges.filter(function (edge) { return edge.stated; }).length;
  document.getElementById("counts").textContent =
    count(drawn.nodes.size, "node") + ", " + count(shown, "relation") + " of " + stated.length;
  document.getElementById("empty").hidden = drawn.nodes.size > 0;
}

function button(id, onClick) {
  var element = document.getElementById(id);
  element.addEventListener("click", function () { onClick(element); });
  return element;
}

function addButtons() {
  button("fit", fit);
  button("toggle-filters", function (element) { showFilters(form.hidden, element); });
  button("toggle-table", function (element) {
    state.tableOpen = !state.tableOpen;
    element.setAttribute("aria-pressed", String(state.tableOpen));
    table.hidden = !state.tableOpen;
    refresh();
  });
  var all = button("show-all", function () { state.showAll = !state.showAll; nameShowAll(); refresh(); fit(); });
  all.hidden = !hasBackbone;
  nameShowAll();
  if (window.innerWidth <= 1100) { showFilters(false, document.getElementById("toggle-filters")); }
}

function showFilters(isShown, element) {
  form.hidden = !isShown;
  document.querySelector("main").classList.toggle("no-filters", !isShown);
  element.setAttribute("aria-expanded", String(isShown));
}

function nameShowAll() {
  document.getElementById("show-all").textContent = state.showAll ? "Show the backbone" : "Show all (" + nodes.length + ")";
}
