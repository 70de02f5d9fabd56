import { CommandError } from '../errors.ts';
import type { Given } from '../flags.ts';
import { type Printed, readOutput } from '../output/print.ts';
import type { Session } from '../session.ts';

const formats =
  'go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,yaml';

/** Whether `-o` asks for the objects themselves, which are printed when all are done. */
export const printsObjects = (flags: Given): boolean => !['', 'name'].includes(flags.text('output') ?? '');

/** Refuses what commands that write cannot print: tables. Source: cli-runtime genericclioptions PrintFlags. */
export function checkOutput(flags: Given): void {
  const text = flags.text('output') ?? '';
  if (/^(wide|custom-columns(-file)?)(=|$)/.test(text))
    throw new CommandError(
      `error: unable to match a printer suitable for the output format "${text}", allowed formats are: ${formats}\n`,
    );
}

/** Prints what was applied where `-o` asks for it: one object as it is, several as a list. */
export function printApplied(session: Session, flags: Given, applied: Printed[]): void {
  if (!printsObjects(flags) || applied.length === 0) return;
  checkOutput(flags);
  const output = readOutput(flags.text('output'), flags.is('show-managed-fields'));
  if (output.kind === 'objects') session.out(output.print(applied, applied.length === 1));
}
