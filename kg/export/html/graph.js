// The graph as it is looked at: the claims that are kept, joined to edges, persons and organs in their state's place.
var built = { signature: null, edges: [], ofMember: new Map(), touching: new Map() };
var wholes = new Map();

function view() {
  var signature = JSON.stringify([
    filters.confidence, filters.publisher, filters.document, filters.from, filters.to, filters.voice, filters.against, filters.rollUp
  ]);
  if (signature !== built.signature) { built = build(signature); }
  return built;
}

function build(signature) {
  var groups = new Map();
  edges.forEach(function (edge) {
    var ends = foldEnds(edge);
    var kept = edge.stated ? edge.claims.filter(function (number) { return keepsClaim(claims[number]); }) : [];
    if (!ends || (edge.stated && !kept.length)) { return; }
    var name = nameGroup(edge, ends);
    if (!groups.has(name)) { groups.set(name, { ends: ends, members: [], kept: [] }); }
    groups.get(name).members.push(edge);
    kept.forEach(function (number) { groups.get(name).kept.push(number); });
  });
  var made = { signature: signature, edges: [], ofMember: new Map(), touching: new Map() };
  groups.forEach(function (group) { index(made, summarise(group)); });
  return made;
}

function index(made, edge) {
  made.edges.push(edge);
  edge.members.forEach(function (id) { made.ofMember.set(id, edge); });
  new Set([edge.from, edge.to]).forEach(function (id) {
    if (!made.touching.has(id)) { made.touching.set(id, []); }
    made.touching.get(id).push(edge);
  });
}

// Both ends after folding; null for what then happens inside one state, and for pairs that cannot be counted anew.
function foldEnds(edge) {
  if (!filters.rollUp) { return [edge.from, edge.to]; }
  var ends = [nodes[edge.from].fold, nodes[edge.to].fold];
  var isFolded = ends[0] !== edge.from || ends[1] !== edge.to;
  if (isFolded && (ends[0] === ends[1] || !edge.stated)) { return null; }
  return edge.arrows === "to" ? ends : ends.sort(function (a, b) { return a - b; });
}

function nameGroup(edge, ends) { return ends.join(" ") + " " + edge.relation + " " + statusInView(edge).join(" "); }

// As an actor states it, nothing is attributed; a comparison sets what is affirmed beside what is denied.
function statusInView(edge) {
  if (!edge.stated) { return []; }
  return edge.status.filter(function (status) {
    return !(status === "attributed" && filters.voice !== null) && !(status === "denied" && filters.against !== null);
  });
}

function summarise(group) {
  var first = group.members[0];
  if (!first.stated) { return Object.assign({}, first, { members: [first.id] }); }
  var isWhole = group.members.length === 1 && group.kept.length === first.claims.length;
  var list = group.kept.map(function (number) { return claims[number]; });
  var signs = list.reduce(function (sum, claim) { return sum + signOf(claim); }, 0);
  var dates = list.map(dateOfDocument).filter(Boolean).sort();
  return {
    id: first.id, key: first.key, from: group.ends[0], to: group.ends[1], arrows: first.arrows, stated: true,
    relation: first.relation, family: first.family, status: describeStatus(group, first), stance: stanceOf(group),
    sign: Math.sign(signs), score: list.reduce(function (sum, claim) { return sum + scoreOf(claim); }, 0) / list.length,
    weight: isWhole ? first.weight : countDistinct(group.kept, statementOf),
    sources: isWhole ? first.sources : countDistinct(group.kept, sourceOf),
    confidence: Math.max.apply(null, list.map(function (claim) { return claim.confidence; })),
    first: dates[0] || "", last: dates[dates.length - 1] || "",
    holders: Array.from(new Set(list.filter(function (claim) { return claim.holders; }).map(voiceOf))),
    claims: group.kept, members: group.members.map(function (edge) { return edge.id; }),
    backbone: group.members.some(function (edge) { return edge.backbone; })
  };
}

function describeStatus(group, first) {
  var status = statusInView(first);
  var isDenied = filters.against !== null && group.kept.every(function (number) { return claims[number].polarity; });
  return isDenied ? ["denied"].concat(status) : status;
}

// Of two claimants: a or b if only one of them says so, both, or conflict if one affirms what the other denies.
function stanceOf(group) {
  if (filters.against === null) { return ""; }
  var said = [filters.voice, filters.against].map(function (voice) {
    return group.kept.map(function (number) { return claims[number]; }).filter(function (claim) { return isVoice(claim, voice); });
  });
  if (!said[0].length || !said[1].length) { return said[0].length ? "a" : "b"; }
  return said[0].some(function (one) {
    return said[1].some(function (other) { return one.polarity !== other.polarity; });
  }) ? "conflict" : "both";
}

// The edge of the view that holds an edge of the graph; the edge itself where the filters leave nothing of it.
function edgeInView(id) {
  var known = view().ofMember.get(id);
  if (known) { return known; }
  if (!wholes.has(id)) { wholes.set(id, summarise({ members: [edges[id]], kept: edges[id].claims || [], ends: [edges[id].from, edges[id].to] })); }
  return wholes.get(id);
}

function touching(id) { return view().touching.get(id) || []; }

function nodeInView(id) { return filters.rollUp ? nodes[id].fold : id; }

// A state that others are folded into is as large as all of them.
function sizeInView(node) {
  if (!filters.rollUp) { return node.size; }
  var weight = touching(node.id).reduce(function (sum, edge) { return sum + (edge.stated ? edge.weight : 0); }, 0);
  return Math.min((node.type === "TREATY" ? 13 : 9) + 2.4 * Math.sqrt(weight), 34);
}
