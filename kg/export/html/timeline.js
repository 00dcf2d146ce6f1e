// The time filter: two handles under the number of claims of each year or month.
var HISTOGRAM = { width: 200, height: 40 };
var bars = [];

function addTimeline() {
  if (periods.names.length < 2) { return; }
  var part = section("Time", "", true);
  var output = make("output", { className: "range" });
  var handles = ["from", "to"].map(function (end) { return addHandle(end, output); });
  var undated = claims.filter(function (claim) { return periodsOf(claim) === null; }).length;
  part.append(makeHistogram(), make("div", { className: "handles" }, handles[0], handles[1]), output);
  if (undated) { part.append(make("p", { className: "soft" }, count(undated, "claim") + " without a date: hidden while a time is chosen.")); }
  nameRange(output, handles);
}

function addHandle(end, output) {
  var text = end === "from" ? "From" : "To";
  var handle = make("input", { type: "range", min: 0, max: lastPeriod, step: 1, value: filters[end], "aria-label": text });
  handle.addEventListener("input", function () {
    var value = Number(handle.value);
    filters[end] = end === "from" ? Math.min(value, filters.to) : Math.max(value, filters.from);
    handle.value = filters[end];
    nameRange(output, Array.from(handle.parentNode.children));
    changeFilters();
  });
  return handle;
}

function nameRange(output, handles) {
  handles[0].setAttribute("aria-valuetext", periodName(filters.from));
  handles[1].setAttribute("aria-valuetext", periodName(filters.to));
  // Where both stand at the end, the one that can still move must be on top.
  handles[0].classList.toggle("top", filters.from > lastPeriod / 2);
  output.textContent = rangeName(filters.from, filters.to);
}

function makeHistogram() {
  var svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 " + HISTOGRAM.width + " " + HISTOGRAM.height);
  svg.setAttribute("class", "histogram");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  bars = periods.names.map(function () { return svg.appendChild(document.createElementNS(SVG, "rect")); });
  return svg;
}

function drawHistogram() {
  if (!bars.length) { return; }
  var counts = countPeriods(claims.filter(function (claim) { return keepsClaim(claim, "time"); }));
  var most = Math.max.apply(null, counts.concat(1));
  var width = HISTOGRAM.width / bars.length;
  bars.forEach(function (bar, index) {
    var height = counts[index] ? Math.max(2, HISTOGRAM.height * counts[index] / most) : 0;
    var box = { x: index * width, y: HISTOGRAM.height - height, width: Math.max(width - Math.min(1, width / 4), 0.5), height: height };
    Object.keys(box).forEach(function (name) { bar.setAttribute(name, box[name]); });
    bar.setAttribute("class", index >= filters.from && index <= filters.to ? "in" : "out");
  });
}
