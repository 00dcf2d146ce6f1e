// How two actors stood over time: a column for each year or month, up for cooperation, down for conflict.
var CHART = { width: 320, height: 90 };
var STANDING = ["standing", "treaty"];

// Only what the text itself states to have happened counts, as in the files of dyads.
function isEvent(claim) {
  return !claim.polarity && !claim.modality && !claim.holders && !claim.future && STANDING.indexOf(claim.edge.family) < 0;
}

function showScores(list) {
  var events = distinctStatements(list.filter(isEvent));
  var total = events.reduce(function (sum, claim) { return sum + scoreOf(claim); }, 0);
  var text = events.length ? "Mean score " + (total / events.length).toFixed(1).replace("-", "−") + " of " + count(events.length, "event") +
    " (−10 conflict to +10 cooperation)" : "No action is stated as fact between the two, so there is no score.";
  panel.append(make("p", { className: "soft" }, text));
  var dated = events.filter(periodsOf);
  if (dated.length) { panel.append(scoreChart(dated)); }
}

function distinctStatements(list) {
  var seen = new Set();
  return list.filter(function (claim) {
    var key = claim.edge.id + "\n" + statementOf(claim);
    if (seen.has(key)) { return false; }
    seen.add(key);
    return true;
  });
}

function scoreChart(list) {
  var scores = new Map();
  list.forEach(function (claim) {
    var place_ = periodsOf(claim)[0];
    scores.set(place_, (scores.get(place_) || []).concat(scoreOf(claim)));
  });
  var places = Array.from(scores.keys()).sort(function (a, b) { return a - b; });
  var span = [places[0], places[places.length - 1]];
  var means = places.map(function (place_) { return scores.get(place_).reduce(function (a, b) { return a + b; }, 0) / scores.get(place_).length; });
  var figure = make("figure", { className: "scores" }, drawScores(places, means, span));
  figure.append(make("figcaption", {}, make("span", {}, periodName(span[0])), make("span", {}, span[0] === span[1] ? "" : periodName(span[1]))));
  return figure;
}

function drawScores(places, means, span) {
  var svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 " + CHART.width + " " + CHART.height);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", "Mean score by period: " + places.map(function (place_, index) { return periodName(place_) + " " + means[index].toFixed(1); }).join(", "));
  var width = CHART.width / (span[1] - span[0] + 1);
  places.forEach(function (place_, index) {
    var height = Math.max(Math.abs(means[index]) / 10 * CHART.height / 2, 1.5);
    var bar = shape(svg, "rect", {
      x: (place_ - span[0]) * width + width * 0.1, width: Math.min(width * 0.8, 40), height: height,
      y: means[index] > 0 ? CHART.height / 2 - height : CHART.height / 2, fill: signColour(Math.sign(means[index]))
    });
    bar.append(titled(periodName(place_) + ": " + means[index].toFixed(1)));
  });
  shape(svg, "line", { x1: 0, x2: CHART.width, y1: CHART.height / 2, y2: CHART.height / 2, stroke: "currentColor", "stroke-opacity": 0.5 });
  return svg;
}

function shape(parent, tag, attributes) {
  var element = document.createElementNS(SVG, tag);
  Object.keys(attributes).forEach(function (name) { element.setAttribute(name, attributes[name]); });
  parent.append(element);
  return element;
}

function titled(text) {
  var title = document.createElementNS(SVG, "title");
  title.textContent = text;
  return title;
}
