import { fromTimestamp } from '../time.ts';

const minute = 60;
const hour = 3600;
const day = 86_400;
const year = 365 * day;

/** `5m1s`, `3h5m`, `2d3h`; `<invalid>` from two seconds in the future on. Source: apimachinery duration.HumanDuration. */
export function humanDuration(milliseconds: number): string {
  const seconds = Math.trunc(milliseconds / 1000);
  if (seconds < -1) return '<invalid>';
  if (seconds < 0) return '0s';
  const parts = (big: number, bigUnit: string, small: number, smallUnit: string): string => {
    const rest = Math.floor((seconds % big) / small);
    return `${Math.floor(seconds / big)}${bigUnit}${rest === 0 ? '' : `${rest}${smallUnit}`}`;
  };
  if (seconds < 2 * minute) return `${seconds}s`;
  if (seconds < 10 * minute) return parts(minute, 'm', 1, 's');
  if (seconds < 3 * hour) return `${Math.floor(seconds / minute)}m`;
  if (seconds < 8 * hour) return parts(hour, 'h', minute, 'm');
  if (seconds < 2 * day) return `${Math.floor(seconds / hour)}h`;
  if (seconds < 8 * day) return parts(day, 'd', hour, 'h');
  if (seconds < 2 * year) return `${Math.floor(seconds / day)}d`;
  if (seconds < 8 * year) return parts(year, 'y', day, 'd');
  return `${Math.floor(seconds / year)}y`;
}

/** The time since a timestamp, as tables show it; `<unknown>` without one. Source: printers.translateTimestampSince. */
export function ageSince(timestamp: string | null | undefined, now: number): string {
  return timestamp ? humanDuration(now - fromTimestamp(timestamp)) : '<unknown>';
}
