// The parts that the filters are made of.
var form = document.getElementById("filters");
var isOpen = new Map();
var outputs = [];

// A part of the side that folds; it stays as it was left when the filters are made anew.
function section(title, note, isOpenAtFirst) {
  if (!isOpen.has(title)) { isOpen.set(title, isOpenAtFirst); }
  var about = make("small", {}, note || "");
  var part = make("details", { className: "section", open: isOpen.get(title) }, make("summary", {}, make("span", {}, title), about));
  part.addEventListener("toggle", function () { isOpen.set(title, part.open); });
  form.append(part);
  return part;
}

function checkbox(parent, text, icon, isChecked, onChange) {
  var box = make("input", { type: "checkbox", checked: isChecked });
  var output = make("output");
  var label = make("label", {}, box);
  if (icon) { label.append(icon); }
  label.append(make("span", {}, text), output);
  box.addEventListener("change", function () { onChange(box.checked); changeFilters(); });
  parent.append(label);
  return { label: label, output: output, box: box };
}

function addOptions(parent, group, values, textOf, iconOf) {
  values.forEach(function (value) {
    var row = checkbox(parent, textOf(value), iconOf(value), filters[group].has(value), function (isChecked) {
      if (isChecked) { filters[group].add(value); } else { filters[group].delete(value); }
    });
    outputs.push({ group: group, value: value, label: row.label, output: row.output, box: row.box });
  });
}

function slider(parent, text, options_, onInput) {
  var name = make("span", {}, text);
  var input = make("input", { type: "range", min: options_.min, max: options_.max, step: options_.step, value: options_.value, "aria-label": text });
  var output = make("output", {}, String(options_.value));
  input.addEventListener("input", function () {
    output.textContent = input.value;
    onInput(Number(input.value));
    changeFilters();
  });
  parent.append(make("div", { className: "slider" }, name, make("label", {}, input, output)));
}

// choices: value and text of each; the first stands for all.
function choice(parent, text, choices, value, onChange) {
  var list = make("select", { "aria-label": text });
  choices.forEach(function (item) { list.append(make("option", { value: item[0], selected: item[0] === value }, item[1])); });
  list.addEventListener("change", function () { onChange(list.value); changeFilters(); });
  parent.append(make("div", { className: "choice" }, make("span", {}, text), list));
  return list;
}

// A few choices side by side, one of which holds.
function switcher(parent, label, choices, value, onChange) {
  var group = make("div", { className: "switcher", role: "radiogroup", "aria-label": label });
  choices.forEach(function (item) {
    var box = make("input", { type: "radio", name: label, checked: item[0] === value });
    box.addEventListener("change", function () { onChange(item[0]); });
    group.append(make("label", {}, box, make("span", {}, item[1])));
  });
  parent.append(group);
  return group;
}

function statusIcon(status) {
  var isPlain = ASSERTED.indexOf(status) >= 0;
  return lineIcon({ stroke: "currentColor", "stroke-opacity": status === "stated" ? 0.95 : 0.5, "stroke-dasharray": isPlain ? "" : "2 4" });
}
