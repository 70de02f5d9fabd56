import { mistake } from './errors.ts';
import type { Given } from './flags.ts';
import type { Session } from './session.ts';

/** What `--dry-run` asks for. */
export type DryRun = 'none' | 'client' | 'server';

/** Reads `--dry-run`. Source: kubectl cmdutil.GetDryRunStrategy. */
export function readDryRun(session: Session, flags: Given): DryRun {
  const text = flags.text('dry-run') ?? 'none';
  if (text === 'unchanged') {
    session.err(
      'W0101 00:00:00.000000       1 helpers.go:719] --dry-run is deprecated and can be replaced with --dry-run=client.\n',
    );
    return 'client';
  }
  if (text === 'none' || text === 'client' || text === 'server') return text;
  throw mistake(`Invalid dry-run value (${text}). Must be "none", "server", or "client".`);
}

/** What is put behind the sentence that says what was done. */
export function dryRunNote(dryRun: DryRun): string {
  return { none: '', client: ' (dry run)', server: ' (server dry run)' }[dryRun];
}
