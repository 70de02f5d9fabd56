import { closeDescriptor } from '../processes/descriptors.ts';
import type { Outcome } from '../processes/program.ts';
import type { Shell } from './memory.ts';

/** The shell's process goes on as another program; descriptors that the shell had put aside are closed. */
export function become(
  shell: Shell,
  start: { program: string; arguments: string[]; environment: Map<string, string> },
): Outcome {
  const { machine, process } = shell;
  for (const number of [...process.descriptors.keys()]) if (number >= 10) closeDescriptor(machine, process, number);
  Object.assign(process, start, { memory: undefined });
  return { became: true };
}
