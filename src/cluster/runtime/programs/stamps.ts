import { toTimestamp } from '../../../api/time.ts';
import type { Machine } from '../processes/machine.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const days = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'];

/**
 * Fills in what a server's texts leave open: `{hostname}`, `{ip}`, `{pid}`, and the time as nginx (`{nginx}`), Apache
 * (`{apache}`), redis (`{redis}`), MySQL (`{iso}`) and PostgreSQL (`{postgres}`) write it.
 */
export function fillIn(machine: Machine, process: number, text: string): string {
  if (!text.includes('{')) return text;
  return text.replace(/\{(\w+)\}/g, (all, name: string) => valueOfName(machine, process, name) ?? all);
}

function valueOfName({ world, hostname, sandbox }: Machine, process: number, name: string): string | undefined {
  const [date = '', clock = ''] = toTimestamp(world.now).replace('Z', '').split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  const shortMonth = months[Number(month) - 1] ?? '';
  const milliseconds = String(world.now % 1000).padStart(3, '0');
  switch (name) {
    case 'hostname':
      return hostname;
    case 'ip':
      return sandbox.ip;
    case 'pid':
      return String(process);
    case 'nginx':
      return `${year}/${month}/${day} ${clock}`;
    case 'apache':
      return `${days[Math.floor(world.now / 86_400_000) % 7]} ${shortMonth} ${day} ${clock}.${milliseconds}000 ${year}`;
    case 'redis':
      return `${day} ${shortMonth} ${year} ${clock}.${milliseconds}`;
    case 'iso':
      return `${date}T${clock}.${milliseconds}000Z`;
    case 'plain':
      return `${date} ${clock}`;
    case 'postgres':
      return `${date} ${clock}.${milliseconds} UTC [${process}]`;
    default:
      return undefined;
  }
}
