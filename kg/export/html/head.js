// The buttons of the head, and the count of what is shown.
function showCounts(drawn) {
  var counts = {};
  ["types", "relations", "signs", "statuses"].forEach(function (group) { counts[group] = countOptions(group); });
  outputs.forEach(function (row) {
    var number = counts[row.group].get(row.value) || 0;
    row.output.textContent = String(number);
    row.label.classList.toggle("none", number === 0);
    row.box.checked = filters[row.group].has(row.value);
  });
  showFamilies(counts.relations);
  drawHistogram();
  var shown = drawn.edges.filter(function (edge) { return edge.stated; }).length;
  var all = view().edges.filter(function (edge) { return edge.stated; }).length;
  document.getElementById("counts").textContent = count(drawn.nodes.size, "node") + ", " + count(shown, "relation") + " of " + (filters.rollUp ? all : stated.length);
  document.getElementById("empty").hidden = drawn.edges.length > 0 || isChosen();
}

function showFamilies(counts) {
  familyBoxes.forEach(function (family) {
    var on = family.members.filter(function (relation) { return filters.relations.has(relation); }).length;
    family.row.box.checked = on > 0;
    family.row.box.indeterminate = on > 0 && on < family.members.length;
    family.row.output.textContent = String(family.members.reduce(function (sum, relation) { return sum + (counts.get(relation) || 0); }, 0));
  });
}

function button(id, onClick) {
  var element = document.getElementById(id);
  element.addEventListener("click", function () { onClick(element); });
  return element;
}

function addButtons() {
  button("fit", fit);
  button("back", function () { go(-1); });
  button("forward", function () { go(1); });
  button("ask", function () { askFor(state.node); });
  button("toggle-filters", function (element) { showFilters(form.hidden, element); fit(); });
  button("toggle-table", function (element) {
    state.tableOpen = !state.tableOpen;
    element.setAttribute("aria-pressed", String(state.tableOpen));
    table.hidden = !state.tableOpen;
    refresh();
  });
  button("show-all", function () { state.showAll = !state.showAll; changeFilters(); fit(); }).hidden = !hasBackbone;
  addSaveMenu();
  if (window.innerWidth <= 1100) { showFilters(false, document.getElementById("toggle-filters")); }
}

function addSaveMenu() {
  var menu = document.getElementById("save");
  button("save-png", savePng);
  button("save-svg", saveSvg);
  button("save-csv", saveCsv);
  button("save-graphml", saveGraphml);
  menu.addEventListener("click", function (event) { if (event.target.tagName === "BUTTON") { menu.open = false; } });
  menu.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && menu.open) { event.stopPropagation(); menu.open = false; menu.querySelector("summary").focus(); }
  });
  document.addEventListener("click", function (event) { if (!menu.contains(event.target)) { menu.open = false; } });
}

function showFilters(isShown, element) {
  form.hidden = !isShown;
  document.querySelector("main").classList.toggle("no-filters", !isShown);
  element.setAttribute("aria-expanded", String(isShown));
}

function nameShowAll() {
  document.getElementById("show-all").textContent = state.showAll ? "Show the backbone" : "Show all (" + nodes.length + ")";
}
