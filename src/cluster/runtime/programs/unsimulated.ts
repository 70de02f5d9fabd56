import { simple } from './simple.ts';

/** A command that busybox has and the simulation has not: it says so, instead of seeming to be missing. */
export const unsimulated = (name: string) =>
  simple((io) => {
    io.err(`${name}: not simulated by Podarium\n`);
    return 127;
  });
