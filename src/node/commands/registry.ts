import { bench } from './bench.ts';
import type { NodeCommand } from './command.ts';
import { play } from './play.ts';

/** All commands of the command line. Adding one is a file and a line. */
export const commands: readonly NodeCommand[] = [play, bench];
