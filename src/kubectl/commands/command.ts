import type { Arguments, Flag } from '../flags.ts';
import type { Session } from '../session.ts';

/** One command of kubectl. */
export interface Command {
  /** One word, or two: `get`, `rollout status`. */
  name: string;
  /** Other names for the last word. */
  aliases?: readonly string[];
  flags: readonly Flag[];
  /** What stands behind `--` is for it alone, as the words of a container's command; else they are arguments. */
  takesWords?: true;
  /** Runs it; resolves to the exit code. Throws a CommandError where kubectl ends with an error. */
  run(session: Session, given: Arguments): Promise<number>;
}

/** Flags that many commands share. */
export const common = {
  output: { name: 'output', short: 'o', kind: 'text' },
  selector: { name: 'selector', short: 'l', kind: 'text' },
  fieldSelector: { name: 'field-selector', kind: 'text' },
  allNamespaces: { name: 'all-namespaces', short: 'A', kind: 'bool' },
  all: { name: 'all', kind: 'bool' },
  filename: { name: 'filename', short: 'f', kind: 'list' },
  recursive: { name: 'recursive', short: 'R', kind: 'bool' },
  dryRun: { name: 'dry-run', kind: 'text', bare: 'unchanged' },
  fieldManager: { name: 'field-manager', kind: 'text' },
  container: { name: 'container', short: 'c', kind: 'text' },
  timeout: { name: 'timeout', kind: 'duration' },
  watch: { name: 'watch', short: 'w', kind: 'bool' },
  overwrite: { name: 'overwrite', kind: 'bool' },
} as const satisfies Record<string, Flag>;
