import { bench } from './bench.ts';
import type { NodeCommand } from './command.ts';
import { play } from './play.ts';
import { schedule } from './schedule.ts';

/** All commands of the command line. Adding one is a file and a line. */
export const commands: readonly NodeCommand[] = [play, schedule, bench];
