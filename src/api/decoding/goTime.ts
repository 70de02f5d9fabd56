// What Go says of a text that is no time. Source: time.Parse, with the layout of RFC 3339.

const layouts = { time: '2006-01-02T15:04:05Z07:00', microTime: '2006-01-02T15:04:05.000000Z07:00' };

/** What is read of a text so far. */
interface Reading {
  rest: string;
  parts: number[];
}

/** Why a text is no time: the part of the layout that does not fit, or what is out of its range. */
class TimeError extends Error {}

const cannotParse = (rest: string, part: string): TimeError =>
  new TimeError(`: cannot parse ${JSON.stringify(rest)} as ${JSON.stringify(part)}`);
const outOfRange = (what: string): TimeError => new TimeError(`: ${what} out of range`);

/** Digits, at least and at most so many. */
function number(reading: Reading, part: string, least: number, most: number): void {
  const digits = new RegExp(`^\\d{${least},${most}}`).exec(reading.rest)?.[0];
  if (digits === undefined) throw cannotParse(reading.rest, part);
  reading.parts.push(Number(digits));
  reading.rest = reading.rest.slice(digits.length);
}

function literal(reading: Reading, text: string): void {
  if (!reading.rest.startsWith(text)) throw cannotParse(reading.rest, text);
  reading.rest = reading.rest.slice(text.length);
}

const last = (reading: Reading): number => reading.parts.at(-1) ?? 0;

function readDate(reading: Reading): void {
  number(reading, '2006', 4, 4);
  literal(reading, '-');
  number(reading, '01', 2, 2);
  if (last(reading) < 1 || last(reading) > 12) throw outOfRange('month');
  literal(reading, '-');
  number(reading, '02', 2, 2);
  literal(reading, 'T');
}

function readClock(reading: Reading, kind: keyof typeof layouts): void {
  number(reading, '15', 1, 2);
  if (last(reading) > 23) throw outOfRange('hour');
  literal(reading, ':');
  number(reading, '04', 2, 2);
  if (last(reading) > 59) throw outOfRange('minute');
  literal(reading, ':');
  number(reading, '05', 2, 2);
  if (last(reading) > 59) throw outOfRange('second');
  if (kind === 'microTime') {
    if (!/^\.\d{6}/.test(reading.rest)) throw cannotParse(reading.rest, '.000000');
    reading.rest = reading.rest.slice(7);
  } else reading.rest = reading.rest.replace(/^[.,]\d+/, '');
}

function readZone(reading: Reading): void {
  if (reading.rest.startsWith('Z')) {
    reading.rest = reading.rest.slice(1);
    return;
  }
  const [zone, hours, minutes] = /^[-+](\d\d):(\d\d)/.exec(reading.rest) ?? [];
  if (zone === undefined) throw cannotParse(reading.rest, 'Z07:00');
  if (Number(hours) > 24) throw outOfRange('time zone offset hour');
  if (Number(minutes) > 60) throw outOfRange('time zone offset minute');
  reading.rest = reading.rest.slice(zone.length);
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** What is wrong with a text that should be a time; undefined where nothing is. */
export function timeFault(text: string, kind: keyof typeof layouts): string | undefined {
  const reading: Reading = { rest: text, parts: [] };
  try {
    readDate(reading);
    readClock(reading, kind);
    readZone(reading);
    if (reading.rest !== '') throw new TimeError(`: extra text: ${JSON.stringify(reading.rest)}`);
    const [year = 0, month = 0, day = 0] = reading.parts;
    if (day < 1 || day > daysIn(year, month)) throw outOfRange('day');
    return undefined;
  } catch (error) {
    if (!(error instanceof TimeError)) throw error;
    const isParse = error.message.startsWith(': cannot parse');
    return `parsing time ${JSON.stringify(text)}${isParse ? ` as "${layouts[kind]}"` : ''}${error.message}`;
  }
}
