import { write } from '../../processes/descriptors.ts';
import type { Outcome } from '../../processes/program.ts';
import { pop } from '../frames.ts';
import type { FrameOf, Shell } from '../memory.ts';
import type { Builtin } from './registry.ts';

/** Waits for the given children, or for all in the background. A signal with a trap ends the wait. */
export const wait: Builtin = (shell, args, place) => {
  const { memory } = shell;
  const wanted = args.map((arg) => Number(arg.replace(/^%/, '')));
  if (wanted.some((child) => !memory.jobs.includes(child))) return 127;
  memory.frames.push({ ...place, type: 'wait', children: args.length > 0 ? wanted : [-1] });
  return undefined;
};

/** Goes on with a wait; -1 in the list stands for all. */
export function waiting(shell: Shell, frame: FrameOf<'wait'>): Outcome | undefined {
  const { memory, process } = shell;
  const all = frame.children[0] === -1;
  const children = all ? memory.jobs : frame.children;
  if (children.some((child) => !process.ended.has(child) && shell.machine.container.processes.has(child)))
    return { wait: { for: 'child' } };
  let status = 0;
  for (const child of children) {
    if (!all) status = process.ended.get(child) ?? 127;
    process.ended.delete(child);
  }
  memory.jobs = all ? [] : memory.jobs.filter((job) => !children.includes(job));
  pop(shell);
  memory.status = status;
  return undefined;
}

export const jobs: Builtin = ({ memory, machine, process }) => {
  memory.jobs.forEach((job, index) => {
    const running = machine.container.processes.has(job);
    write(machine, process, 1, `[${index + 1}] ${running ? 'Running' : 'Done'} ${job}\n`);
  });
  return 0;
};
