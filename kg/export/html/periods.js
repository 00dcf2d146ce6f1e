// The months, years or longer periods into which claims fall, for the time filter and the charts.
var MOST_PERIODS = 100;
var MONTHLY_YEARS = 3;
var SPANS = [1, 2, 5, 10, 20, 50, 100, 200];
var periods = listPeriods(claims);

// names: of the first year (or the month) of each; years: how many a period lasts, 0 for a month.
function listPeriods(list) {
  var days = [];
  list.forEach(function (claim) { days = days.concat(daysOf(claim) || []); });
  if (!days.length) { return { names: [], years: 1 }; }
  days.sort();
  var ends = [days[0], days[days.length - 1]];
  var first = Number(ends[0].slice(0, 4));
  var last = Number(ends[1].slice(0, 4));
  if (last - first < MONTHLY_YEARS) { return { names: listMonths(ends[0], ends[1]), years: 0 }; }
  var years = SPANS.find(function (span) { return (last - first) / span < MOST_PERIODS; });
  var names = [];
  for (var year = first - first % years; year <= last; year += years) { names.push(String(year).padStart(4, "0")); }
  return { names: names, years: years };
}

function listMonths(first, last) {
  var months = [];
  for (var year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    for (var month = 1; month <= 12; month += 1) {
      months.push(String(year).padStart(4, "0") + "-" + String(month).padStart(2, "0"));
    }
  }
  return months.filter(function (name) {
    return name >= (first.length > 4 ? first.slice(0, 7) : first) && name <= (last.length > 4 ? last.slice(0, 7) : last + "-12");
  });
}

// Positions of the first and last period of a claim; null if it has no date.
function periodsOf(claim) {
  var days = daysOf(claim);
  if (!days || !periods.names.length) { return null; }
  return [placeOf(days[0], "-01"), placeOf(days[1], "-12")];
}

function placeOf(day, month) {
  var start = Number(periods.names[0].slice(0, 4));
  var found = periods.years ? Math.floor((Number(day.slice(0, 4)) - start) / periods.years)
    : periods.names.indexOf((day.length > 4 ? day : day + month).slice(0, 7));
  return found < 0 ? periods.names.length - 1 : found;
}

function periodName(place) { return periods.names[place] + (periods.years > 1 ? "–" + (Number(periods.names[place]) + periods.years - 1) : ""); }

// The time from one period to another.
function rangeName(from, to) {
  if (periods.years > 1) { return periods.names[from] + " – " + periodName(to).slice(-4); }
  return from === to ? periods.names[from] : periods.names[from] + " – " + periods.names[to];
}

// How many claims tell of each period; one that spans several counts in the first.
function countPeriods(list) {
  var counts = periods.names.map(function () { return 0; });
  list.forEach(function (claim) {
    var places = periodsOf(claim);
    if (places) { counts[places[0]] += 1; }
  });
  return counts;
}
