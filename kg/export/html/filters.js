// Which nodes, edges and claims the filters let through.
var STATUSES = ["stated", "attributed", "denied", "desired", "possible", "asked"];
var ASSERTED = ["stated", "attributed"];
var FAMILIES = [
  "verbal cooperation", "material cooperation", "verbal conflict", "material conflict", "treaty", "standing"
];
var options = {
  types: present(nodes, function (node) { return [node.type]; }, Object.keys(data.types)),
  relations: present(stated, function (edge) { return [edge.relation]; }, Object.keys(data.relations)),
  signs: stated.length ? [1, 0, -1] : [],
  statuses: present(stated, statusesOf, STATUSES)
};
options.families = present(stated, function (edge) { return [edge.family]; }, FAMILIES);
var lastPeriod = Math.max(periods.names.length - 1, 0);
var filters = makeFilters();

function makeFilters() {
  return {
    types: new Set(options.types), relations: new Set(options.relations), signs: new Set(options.signs),
    statuses: new Set(options.statuses.filter(function (status) { return ASSERTED.indexOf(status) >= 0; })),
    minimum: 1, confidence: 0, publisher: "", document: "", from: 0, to: lastPeriod,
    voice: null, against: null, rollUp: false, communities: false, together: stated.length === 0
  };
}

function resetFilters() { Object.assign(filters, makeFilters()); }

function present(items, valuesOf, order) {
  var seen = new Set();
  items.forEach(function (item) { valuesOf(item).forEach(function (value) { seen.add(value); }); });
  var known = order.filter(function (value) { return seen.has(value); });
  seen.forEach(function (value) { if (known.indexOf(value) < 0) { known.push(value); } });
  return known;
}

function statusesOf(edge) { return edge.status.length ? edge.status : ["stated"]; }

function isTimeChosen() { return filters.from > 0 || filters.to < lastPeriod; }

var CLAIM_TESTS = {
  confidence: function (claim) { return claim.confidence >= filters.confidence; },
  publisher: function (claim) { return !filters.publisher || documentOf(claim).publisher === filters.publisher; },
  document: function (claim) { return !filters.document || documentOf(claim).id === filters.document; },
  time: function (claim) {
    if (!isTimeChosen()) { return true; }
    var places = periodsOf(claim);
    return places !== null && places[0] <= filters.to && places[1] >= filters.from;
  },
  voice: function (claim) {
    return filters.voice === null || isVoice(claim, filters.voice) || (filters.against !== null && isVoice(claim, filters.against));
  }
};

function isVoice(claim, voice) {
  return voiceOf(claim) === voice || (filters.rollUp && voice !== TEXT && voiceOf(claim) !== TEXT && nodes[voiceOf(claim)].fold === nodes[voice].fold);
}

function keepsClaim(claim, leftOut) {
  return Object.keys(CLAIM_TESTS).every(function (name) { return name === leftOut || CLAIM_TESTS[name](claim); });
}

var TESTS = {
  types: function (edge) { return filters.types.has(nodes[edge.from].type) && filters.types.has(nodes[edge.to].type); },
  together: function (edge) { return edge.stated || filters.together; },
  relations: function (edge) { return !edge.stated || filters.relations.has(edge.relation); },
  signs: function (edge) { return !edge.stated || filters.signs.has(edge.sign); },
  // A comparison is about what one affirms and the other denies.
  statuses: function (edge) {
    return !edge.stated || statusesOf(edge).every(function (status) {
      return filters.statuses.has(status) || (status === "denied" && filters.against !== null);
    });
  },
  minimum: function (edge) { return edge.sources >= filters.minimum; }
};

function passes(edge, leftOut) {
  return Object.keys(TESTS).every(function (name) { return name === leftOut || TESTS[name](edge); });
}

// How many edges (for types: nodes) each option would show, the other groups of filters being as they are.
function countOptions(group) {
  var counts = new Map();
  var counted = new Set();
  function add(value) { counts.set(value, (counts.get(value) || 0) + 1); }
  view().edges.forEach(function (edge) {
    if (!passes(edge, group)) { return; }
    if (group === "types") {
      [edge.from, edge.to].forEach(function (id) {
        if (!counted.has(id)) { counted.add(id); add(nodes[id].type); }
      });
    } else if (edge.stated) {
      valuesOfEdge(edge, group).forEach(add);
    }
  });
  return counts;
}

function valuesOfEdge(edge, group) {
  if (group === "relations") { return [edge.relation]; }
  return group === "signs" ? [edge.sign] : statusesOf(edge);
}
