// A claim with its sentence, its status and who says so.
var ROLES = ["source", "target", "cue"];

function sentenceWithMarks(claim) {
  var text = data.sentences[claim.s];
  var quote = make("blockquote", { dir: "auto" });
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
  if (claim.holders) { badges.append(badge("according to " + claim.holders.map(voiceName).reverse().join(", as told by "), "attributed")); }
  if (claim.speaker !== undefined) { badges.append(badge("speaker: " + voiceName(claim.speaker))); }
  if (claim.valence) { badges.append(badge(claim.valence + " attitude")); }
  if (claim.stage) { badges.append(badge(claim.stage)); }
  if (whenOf(claim)) { badges.append(badge("when: " + whenOf(claim))); }
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
  card.append(originOf(claim), claimTools(claim, card));
  return card;
}

function claimTools(claim, card) {
  var tools = make("div", { className: "row tools" }, copyButton(claim));
  if (claim.before === undefined && claim.after === undefined) { return tools; }
  var context = action("In context", function () {
    var isShown = context.getAttribute("aria-expanded") === "true";
    context.setAttribute("aria-expanded", String(!isShown));
    if (isShown) { card.querySelectorAll(".context").forEach(function (part) { part.remove(); }); } else { showContext(claim, card.querySelector("blockquote")); }
  });
  context.className = "link";
  context.setAttribute("aria-expanded", "false");
  tools.append(context);
  return tools;
}

function showContext(claim, quote) {
  if (claim.before !== undefined) { quote.before(make("p", { className: "context", dir: "auto" }, data.sentences[claim.before])); }
  if (claim.after !== undefined) { quote.after(make("p", { className: "context", dir: "auto" }, data.sentences[claim.after])); }
}

function citationOf(claim) {
  var document_ = documentOf(claim);
  var parts = [document_.author, document_.title, document_.publisher, document_.date, document_.url || document_.id];
  return "“" + data.sentences[claim.s] + "” " + parts.filter(Boolean).join(", ") + ".";
}

function copyButton(claim) {
  var button = link("Copy citation", function () {
    copyText(citationOf(claim), function (isCopied) { button.textContent = isCopied ? "Copied" : "Not allowed to copy"; });
  });
  return button;
}

// A page inside another may have no clipboard of its own; there a selected text is copied.
function copyText(text, onDone) {
  var isOffered = navigator.clipboard && window.isSecureContext;
  (isOffered ? navigator.clipboard.writeText(text) : Promise.reject(new Error("no clipboard"))).then(
    function () { onDone(true); }, function () { onDone(copySelected(text)); });
}

function copySelected(text) {
  var area = make("textarea", { className: "away", value: text });
  document.body.append(area);
  area.select();
  var isCopied = document.execCommand("copy");
  area.remove();
  return isCopied;
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
