const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    const two = '2-digit';
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
      era: 'short',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Whether the rules of a time zone are known here: those of the browser, which may lack an old name. */
export function hasRules(zone: string): boolean {
  if (isUtc(zone)) return true;
  try {
    return formatOf(zone) !== undefined;
  } catch {
    return false;
  }
}

/** The zone of the cluster is UTC; so is no zone at all. */
const isUtc = (zone: string | undefined): boolean =>
  zone === undefined || zone === '' || zone === 'Local' || zone === 'UTC';

const part = (parts: readonly Intl.DateTimeFormatPart[], type: string): string =>
  parts.find((one) => one.type === type)?.value ?? '';

/** By how many milliseconds a zone's clocks are ahead of UTC at an instant. Throws RangeError for an unknown zone. */
export function offsetAt(zone: string | undefined, instant: number, parse: (text: string) => number): number {
  if (isUtc(zone)) return 0;
  const parts = formatOf(zone ?? '').formatToParts(instant);
  const [year, month, day] = ['year', 'month', 'day'].map((type) => part(parts, type));
  const clock = ['hour', 'minute', 'second'].map((type) => part(parts, type)).join(':');
  const whole = Math.floor(instant / 1000) * 1000;
  return parse(`${(year ?? '').padStart(4, '0')}-${month}-${day}T${clock}Z`) - whole;
}
