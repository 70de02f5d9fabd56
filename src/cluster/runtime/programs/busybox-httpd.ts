import { absolutePath } from '../files/path.ts';
import { write } from '../processes/descriptors.ts';
import { listen, socketsOf, spawn } from '../processes/kernel.ts';
import type { Program } from '../processes/program.ts';
import { options } from './options.ts';
import { serveFile } from './server.ts';

interface Httpd {
  root: string;
}

/** busybox's web server: `-p PORT`, `-h HOME`; goes to the background unless `-f` is given. */
export const busyboxHttpd: Program = {
  run(machine, process) {
    if (process.memory !== undefined) return { wait: { for: 'signal' } };
    const { letters, values } = options(process.arguments, 'fviS', 'phcurm');
    const port = Number((values.get('p') ?? '80').split(':').at(-1));
    const root = absolutePath(process.directory, values.get('h') ?? '.');
    if (socketsOf(machine).has(port)) {
      write(machine, process, 2, 'httpd: bind: Address in use\n');
      return { exit: 1 };
    }
    if (!letters.has('f')) {
      const daemon = spawn(machine, {
        parent: 0,
        program: process.program,
        arguments: ['-f', ...process.arguments],
        environment: process.environment,
        directory: process.directory,
        descriptors: new Map([[2, process.descriptors.get(2) ?? { type: 'null' }]]),
        memory: { root } satisfies Httpd,
      });
      if (daemon) listen(machine, daemon, port);
      return { exit: daemon ? 0 : 1 };
    }
    listen(machine, process, port);
    process.memory = { root } satisfies Httpd;
    return { wait: { for: 'signal' } };
  },
  respond: (machine, process, { path }) =>
    serveFile(machine, (process.memory as Httpd).root, path.split('?')[0] ?? '/', 1),
};
