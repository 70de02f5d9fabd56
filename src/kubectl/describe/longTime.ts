import { fromTimestamp } from '../../api/time.ts';

const dayLength = 86_400_000;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Sun, 01 Mar 2026 11:58:20 +0000`, RFC 1123 with a numeric zone, as `describe` prints times. */
export function longTime(timestamp: string): string {
  const [date = '', clock = ''] = timestamp.slice(0, 19).split('T');
  const [year4 = '', month = '', dayOfMonth = ''] = date.split('-');
  const weekday = weekdays[(Math.floor(fromTimestamp(timestamp) / dayLength) + 4) % 7];
  return `${weekday}, ${dayOfMonth} ${months[Number(month) - 1]} ${year4} ${clock} +0000`;
}
