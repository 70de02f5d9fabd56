// `Date` is banned here because it can read the wall clock; the civil-calendar arithmetic is Howard Hinnant's
// (https://howardhinnant.github.io/date_algorithms.html).

const dayLength = 86_400_000;
const two = (n: number): string => String(n).padStart(2, '0');

/** Instants are milliseconds since 1970. `2026-01-01T00:00:07Z`: metav1.Time, whole seconds, rounded down. */
export function toTimestamp(time: number): string {
  const second = Math.floor(time / 1000);
  let text = texts.get(second);
  if (text === undefined) {
    const { date, secondsOfDay } = split(time);
    // Joined: a text put together with + keeps its pieces.
    text = [date, 'T', clock(secondsOfDay), 'Z'].join('');
    if (texts.size >= keptTexts) texts.clear();
    texts.set(second, text);
  }
  return text;
}

// Objects hold the same few instants many times over: they share the text.
const texts = new Map<number, string>();
const keptTexts = 1000;

/** `2026-01-01T00:00:07.250000Z`: metav1.MicroTime. */
export function toMicroTimestamp(time: number): string {
  const { date, secondsOfDay } = split(time);
  const microseconds = String((((time % 1000) + 1000) % 1000) * 1000).padStart(6, '0');
  return `${date}T${clock(secondsOfDay)}.${microseconds}Z`;
}

/** The instant of an RFC 3339 timestamp in UTC (`Z`), NaN where it is none. */
export function fromTimestamp(text: string): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?Z$/.exec(text);
  if (!match) return Number.NaN;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const fraction = match[7] ? Math.round(Number(match[7]) * 1000) : 0;
  return daysSinceEpoch(year, month, day) * dayLength + ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
}

const clock = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

// Nearly every call asks for the same day and often for the same second: one day's text is kept.
let cachedDay = Number.NaN;
let cachedDate = '';

function split(time: number): { date: string; secondsOfDay: number } {
  const day = Math.floor(time / dayLength);
  if (day !== cachedDay) {
    cachedDay = day;
    cachedDate = civilDate(day);
  }
  return { date: cachedDate, secondsOfDay: Math.floor((time - day * dayLength) / 1000) };
}

function civilDate(daysSince1970: number): string {
  const z = daysSince1970 + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function daysSinceEpoch(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
