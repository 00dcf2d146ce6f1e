// Texts of documents become text nodes here and nothing else.
var SVG = "http://www.w3.org/2000/svg";
var SHAPES = {
  dot: "M8 2a6 6 0 1 0 .01 0z", square: "M2.5 2.5h11v11h-11z", triangle: "M8 1.5l7 12.5h-14z",
  triangleDown: "M8 14.5l7-12.5h-14z", diamond: "M8 .8l7 7.2-7 7.2-7-7.2z", hexagon: "M4.4 1.8h7.2l3.6 6.2-3.6 6.2h-7.2l-3.6-6.2z",
  star: "M8 .8l2.1 4.9 5.3.5-4 3.5 1.2 5.2-4.6-2.8-4.6 2.8 1.2-5.2-4-3.5 5.3-.5z"
};
var STATUS_WORDS = { attributed: "attributed", denied: "denied", desired: "wished", possible: "possible", asked: "asked" };

function make(tag, properties) {
  var element = document.createElement(tag);
  Object.keys(properties || {}).forEach(function (name) {
    if (name in element) { element[name] = properties[name]; } else { element.setAttribute(name, properties[name]); }
  });
  for (var index = 2; index < arguments.length; index += 1) { element.append(arguments[index]); }
  return element;
}

function drawing(width, path, attributes) {
  var svg = document.createElementNS(SVG, "svg");
  var shape = document.createElementNS(SVG, "path");
  svg.setAttribute("width", width);
  svg.setAttribute("height", 16);
  svg.setAttribute("aria-hidden", "true");
  shape.setAttribute("d", path);
  Object.keys(attributes).forEach(function (name) { shape.setAttribute(name, attributes[name]); });
  svg.append(shape);
  return svg;
}

function typeIcon(type) {
  var style = data.types[type];
  return drawing(16, SHAPES[style.shape], { fill: style.colour, stroke: "rgb(0 0 0 / 45%)" });
}

function lineIcon(attributes) {
  return drawing(26, "M1 8h24", Object.assign({ fill: "none", "stroke-width": 2.5 }, attributes));
}

var UNFOLDED = { "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th" };
function fold(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/[łøđıßæœðþ]/g, function (letter) { return UNFOLDED[letter]; }).replace(/[’ʼ`]/g, "'");
}

function words(name) { return name.toLowerCase().replace(/_/g, " "); }

function count(number, noun) { return number + " " + noun + (number === 1 ? "" : "s"); }

function edgeLabel(edge) {
  if (!edge.stated) { return "seen together"; }
  return words(edge.relation) + (edge.status.length ? " (" + edge.status.map(statusWord).join(", ") + ")" : "");
}

function sentenceCase(text) { return text.charAt(0).toUpperCase() + text.slice(1); }

function statusWord(status) { return STATUS_WORDS[status]; }

function badge(text, kind) { return make("span", { className: "badge " + (kind || "") }, text); }
