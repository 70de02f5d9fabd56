import type { Program } from '../processes/program.ts';
import { simulatedNames, unsimulatedNames } from './commandNames.ts';
import { entrypoint } from './entrypoint.ts';
import { server } from './server.ts';

/** The commands that every image with a shell has in /bin. */
export const commandNames: readonly string[] = [...simulatedNames, ...unsimulatedNames];

/** The programs that stand behind images' own commands: servers need nothing else. */
const core: ReadonlyMap<string, Program> = new Map([
  ['server', server],
  ['entrypoint', entrypoint],
]);

/**
 * The shell and the commands (userland.ts) are two thirds of the runtime, and the first picture runs none of them: a
 * page gives them later (`provideUserland`). They hold no state, so when they come changes nothing.
 */
let userland: ReadonlyMap<string, Program> | undefined;

export function provideUserland(programs: ReadonlyMap<string, Program>): void {
  userland = programs;
}

/** A container runs a command and `provideUserland` was not called yet. The world is then in the middle of an event. */
export class UserlandMissing extends Error {
  constructor(name: string) {
    super(`the program ${name} was started before the userland was provided`);
  }
}

/** The program of this name; throws `UserlandMissing` for one that is still to come. */
export function programOf(name: string): Program | undefined {
  const program = core.get(name) ?? userland?.get(name);
  if (!program && !userland && commandNames.includes(name)) throw new UserlandMissing(name);
  return program;
}
