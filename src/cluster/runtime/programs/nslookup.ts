import { resolve } from '../../network/route.ts';
import { simple } from './simple.ts';

/** Asks the cluster's DNS for a name. */
export const nslookup = simple((io, [name]) => {
  const { world, container } = io.machine;
  io.out('Server:\t\t10.96.0.10\nAddress:\t10.96.0.10:53\n\n');
  const ip = name === undefined ? undefined : resolve(world, name, container.config.namespace);
  if (name === undefined || ip === undefined) {
    io.out(`** server can't find ${name ?? ''}: NXDOMAIN\n\n`);
    return 1;
  }
  const parts = name.split('.');
  const full =
    parts.length <= 2 && name !== ip ? `${parts[0]}.${parts[1] ?? container.config.namespace}.svc.cluster.local` : name;
  io.out(`Name:\t${full}\nAddress: ${ip}\n\n`);
  return 0;
});
