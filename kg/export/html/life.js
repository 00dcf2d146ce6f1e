// The life of a treaty: its stages on a line, as far as the texts tell of them.
var STAGES = [
  "proposed", "negotiated", "concluded", "signed", "passed", "ratified", "acceded", "joined", "party", "implemented", "kept",
  "amended", "extended", "opposed", "violated", "suspended", "withdrawn", "terminated", "expired"
];

function showLife(node) {
  var events = listStages(node);
  if (!events.length) { return; }
  var list = make("ol", { className: "life", "aria-label": "Stages in the life of " + node.label });
  panel.append(make("h3", {}, "Life"));
  events.forEach(function (event) { list.append(stageItem(event)); });
  panel.append(list);
}

function stageItem(event) {
  var item = make("li", {}, make("span", { className: "date" }, event.date ? (event.isTold ? "told " : "") + event.date : "no date"), " ",
    link(event.stage, function () { select({ edge: event.edge.id }); }));
  item.append(" by " + event.names.join(", "));
  statusBadges(event.edge).forEach(function (badge_) { item.append(" ", badge_); });
  item.className = event.edge.status.some(function (status) { return status !== "attributed"; }) ? "unsure" : "";
  return item;
}

// One entry a stage, date and status, with all to whom it applies; dated by the event, else by the document.
function listStages(node) {
  var events = new Map();
  touching(node.id).filter(function (edge) { return edge.stated && edge.to === node.id; }).forEach(function (edge) {
    edge.claims.map(function (number) { return claims[number]; }).filter(function (claim) { return claim.stage; }).forEach(function (claim) {
      var day = (claim.time || []).find(function (item) { return ISO_DATE.test(item); });
      var date = shortDate(day, (claim.time || [])[1]) || dateOfDocument(claim).slice(0, 7);
      var key = [claim.stage, date, !day, edge.status.join(" ")].join("\n");
      if (!events.has(key)) { events.set(key, { stage: claim.stage, date: date, isTold: !day, edge: edge, names: [] }); }
      var name = nodes[edge.from].label;
      if (events.get(key).names.indexOf(name) < 0) { events.get(key).names.push(name); }
    });
  });
  return Array.from(events.values()).sort(function (a, b) {
    return compareTexts(a.date || "~", b.date || "~") || stageRank(a.stage) - stageRank(b.stage) || compareTexts(a.stage, b.stage);
  });
}

// A year or month that is told as its first and last day is shown as what it is.
function shortDate(first, last) {
  if (!first) { return ""; }
  if (first.slice(0, 4) === (last || first).slice(0, 4) && /-01-01$/.test(first) && /-12-31$/.test(last || "")) { return first.slice(0, 4); }
  return first.slice(0, 7) === (last || first).slice(0, 7) ? first.slice(0, first === last || !last ? 10 : 7) : first.slice(0, 4);
}

function stageRank(stage) { return (STAGES.indexOf(stage) + STAGES.length + 1) % (STAGES.length + 1); }
