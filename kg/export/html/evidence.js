// A claim with its sentence, its status and who says so.
var ROLES = ["source", "target", "cue"];

function sentenceWithMarks(claim) {
  var text = data.sentences[claim.s];
  var quote = make("blockquote");
  var cuts = [0, text.length].concat(claim.marks.filter(function (cut) { return cut > 0 && cut < text.length; }));
  cuts = Array.from(new Set(cuts)).sort(function (a, b) { return a - b; });
  for (var index = 1; index < cuts.length; index += 1) {
    quote.append(markPiece(text.slice(cuts[index - 1], cuts[index]), rolesAt(claim.marks, cuts[index - 1], cuts[index])));
  }
  return quote;
}

function rolesAt(marks, start, end) {
  return ROLES.filter(function (role, index) { return marks[2 * index] <= start && end <= marks[2 * index + 1]; });
}

function markPiece(piece, roles) {
  return roles.length ? make("mark", { className: roles.join(" "), title: roles.join(", ") }, piece) : piece;
}

function claimBadges(claim) {
  var badges = make("div", { className: "badges" });
  if (claim.polarity) { badges.append(badge("denied", "denied")); }
  if (claim.modality) { badges.append(badge(statusWord(claim.modality), claim.modality)); }
  if (claim.holders) { badges.append(badge("according to " + claim.holders.slice().reverse().join(", as told by "), "attributed")); }
  if (claim.speaker) { badges.append(badge("speaker: " + claim.speaker)); }
  if (claim.valence) { badges.append(badge(claim.valence + " attitude")); }
  if (claim.stage) { badges.append(badge(claim.stage)); }
  if (claim.time) { badges.append(badge("when: " + claim.time)); }
  if (claim.inferred) { badges.append(badge("read from context")); }
  return badges;
}

function originOf(claim) {
  var document_ = data.documents[claim.d];
  var parts = [document_.title, document_.author, document_.publisher].filter(Boolean);
  var origin = make("p", { className: "origin" }, parts.map(function (part) { return part + " · "; }).join(""));
  if (document_.date) { origin.append(make("span", { className: "date" }, document_.date), " · "); }
  origin.append(/^https?:\/\//i.test(document_.url || "")
    ? make("a", { href: document_.url, target: "_blank", rel: "noopener noreferrer" }, document_.id) : document_.id);
  if (document_.copy) { origin.append(" · near-duplicate of " + document_.copy); }
  origin.append(" · confidence " + claim.confidence.toFixed(2));
  return origin;
}

function claimCard(number) {
  var claim = data.claims[number];
  var badges = claimBadges(claim);
  var card = make("article", { className: "claim" }, sentenceWithMarks(claim));
  if (badges.childNodes.length) { card.append(badges); }
  card.append(originOf(claim));
  return card;
}

function appendInParts(parent, items, makeItem, size) {
  items.slice(0, size).forEach(function (item) { parent.append(makeItem(item)); });
  if (items.length <= size) { return; }
  var more = make("button", { type: "button" }, "Show " + (items.length - size) + " more");
  more.addEventListener("click", function () {
    more.remove();
    appendInParts(parent, items.slice(size), makeItem, size * 4);
  });
  parent.append(more);
}
