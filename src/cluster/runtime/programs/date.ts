import { toTimestamp } from '../../../api/time.ts';
import { simple } from './simple.ts';

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The time of the world, in UTC: as `date` prints it, or as a `+format` says. */
export const date = simple((io, args) => {
  const format = args.find((arg) => arg.startsWith('+'))?.slice(1) ?? '%a %b %e %H:%M:%S UTC %Y';
  const { now } = io.machine.world;
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = toTimestamp(now).split(/[-T:Z]/);
  const weekday = dayNames[(Math.floor(now / 86_400_000) + 4) % 7] ?? '';
  const monthName = monthNames[Number(month) - 1] ?? '';
  const fields: Record<string, string> = {
    Y: year,
    m: month,
    d: day,
    e: String(Number(day)).padStart(2),
    H: hour,
    M: minute,
    S: second,
    y: year.slice(2),
    a: weekday.slice(0, 3),
    A: weekday,
    b: monthName.slice(0, 3),
    B: monthName,
    F: `${year}-${month}-${day}`,
    T: `${hour}:${minute}:${second}`,
    R: `${hour}:${minute}`,
    s: String(Math.floor(now / 1000)),
    N: String((now % 1000) * 1_000_000).padStart(9, '0'),
    Z: 'UTC',
    z: '+0000',
    n: '\n',
    '%': '%',
  };
  io.out(
    `${format.replace(/%(.)/g, (all, letter: string) => (Object.hasOwn(fields, letter) ? (fields[letter] ?? all) : all))}\n`,
  );
  return 0;
});
