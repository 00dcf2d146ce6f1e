// What a claim tells about itself: who says so, when it was, how friendly it is, which source it is from.
var ISO_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
var wordings = new Map();

// The innermost holder, else the speaker, else the text itself.
function voiceOf(claim) {
  if (claim.holders) { return claim.holders[claim.holders.length - 1]; }
  return claim.speaker === undefined ? TEXT : claim.speaker;
}

function voiceName(voice) { return voice === TEXT ? "the texts themselves" : nodes[voice].label; }

function documentOf(claim) { return data.documents[claim.d]; }

function dateOfDocument(claim) {
  var date = documentOf(claim).date || "";
  return ISO_DATE.test(date) ? date : "";
}

// First and last day: of the event if the text tells, else of the document.
function daysOf(claim) {
  var days = (claim.time || []).filter(function (day) { return ISO_DATE.test(day); });
  if (!days.length && dateOfDocument(claim)) { days = [dateOfDocument(claim)]; }
  return days.length ? [days[0], days[days.length - 1]] : null;
}

function signOf(claim) { return claim.score ? claim.score[0] : data.relations[claim.edge.relation].sign; }

function scoreOf(claim) { return claim.score ? claim.score[1] : data.relations[claim.edge.relation].score; }

// Near-duplicate documents are one source.
function sourceOf(claim) { return documentOf(claim).copy || documentOf(claim).id; }

// Verbatim repeats within a source are one statement.
function statementOf(claim) {
  if (!wordings.has(claim.s)) {
    wordings.set(claim.s, data.sentences[claim.s].toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, " ").trim());
  }
  return sourceOf(claim) + "\n" + wordings.get(claim.s);
}

function whenOf(claim) {
  var days = Array.from(new Set(claim.time || [])).join(" to ");
  return claim.when && days ? claim.when + " (" + days + ")" : claim.when || days;
}

function countDistinct(numbers, valueOf) {
  return new Set(numbers.map(function (number) { return valueOf(claims[number]); })).size;
}
