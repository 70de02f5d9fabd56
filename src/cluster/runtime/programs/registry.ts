import { areLaterPartsHere, laterParts } from '../../later/later.ts';
import type { Program } from '../processes/program.ts';
import { imageProgramNames, simulatedNames, unsimulatedNames } from './commandNames.ts';
import { entrypoint } from './entrypoint.ts';
import { server } from './server.ts';

/** The commands that every image with a shell has in /bin; they are in userland.ts, one of the later parts. */
export const commandNames: readonly string[] = [...simulatedNames, ...unsimulatedNames];

const isLate = (name: string): boolean => commandNames.includes(name) || imageProgramNames.includes(name);

/** The programs that stand behind images' own commands: servers need nothing else. */
const core: ReadonlyMap<string, Program> = new Map([
  ['server', server],
  ['entrypoint', entrypoint],
]);

/** The program of this name; throws `LaterPartsMissing` for one that is still to come. */
export function programOf(name: string): Program | undefined {
  const own = core.get(name);
  if (own || (!areLaterPartsHere() && !isLate(name))) return own;
  return laterParts(`the program ${name}`).userland.get(name);
}
