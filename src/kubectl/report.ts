import { type DryRun, dryRunNote } from './dryRun.ts';
import type { Given } from './flags.ts';
import { nameOf, type Printed, readOutput } from './output/print.ts';
import type { Session } from './session.ts';

/** Says what was done to an object (`pod/web labeled`), or prints the object where `-o` asks for it. */
export function report(session: Session, flags: Given, printed: Printed, done: string, dryRun: DryRun = 'none'): void {
  const output = readOutput(flags.text('output'), flags.is('show-managed-fields'));
  if (output.kind === 'objects') session.out(output.print([printed], true));
  else session.out(`${nameOf(printed)} ${done}${dryRunNote(dryRun)}\n`);
}
