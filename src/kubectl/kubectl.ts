import { type ClusterClient, Unreachable } from '../client/client.ts';
import type { Command } from './commands/command.ts';
import { commands } from './commands/registry.ts';
import { CommandError } from './errors.ts';
import { parseFlags } from './flags.ts';
import type { Session } from './session.ts';
import { suggest } from './suggest.ts';
import { splitWords } from './words.ts';

/** How to run kubectl: a command line with or without `kubectl` before it, or its words. */
export interface Invocation {
  line?: string;
  words?: readonly string[];
  /** The namespace of the context; default `default`. */
  namespace?: string;
  stdin?: string;
  /** The files of the folder in which it runs, path to text. */
  files?: Readonly<Record<string, string>>;
  /** Writes one of them. */
  save?: (path: string, text: string) => void;
  /** Aborting it is Ctrl-C. */
  signal?: AbortSignal;
  /** Called with each piece of what it prints, as it is printed. */
  write(stream: 'stdout' | 'stderr', text: string): void;
}

/**
 * Runs one kubectl command over a client and resolves to its exit code. Everything that can go wrong in the cluster or
 * in the arguments is printed as kubectl prints it; it rejects only where the cluster cannot be reached.
 */
export async function kubectl(client: ClusterClient, invocation: Invocation): Promise<{ exit: number }> {
  const { write } = invocation;
  const session: Session = {
    client,
    namespace: invocation.namespace ?? 'default',
    namespaceGiven: false,
    stdin: invocation.stdin ?? '',
    warned: new Set(),
    fieldManager: 'kubectl',
    files: invocation.files ?? {},
    ...(invocation.save && { save: invocation.save }),
    ...(invocation.signal && { signal: invocation.signal }),
    out: (text) => text && write('stdout', text),
    err: (text) => text && write('stderr', text),
  };
  try {
    return { exit: await runWords(session, wordsOf(invocation)) };
  } catch (error) {
    if (error instanceof Unreachable) {
      session.err(`${error.message}\n`);
      return { exit: 1 };
    }
    if (!(error instanceof CommandError)) throw error;
    session.err(error.stderr);
    return { exit: error.exit };
  }
}

function wordsOf({ line = '', words }: Invocation): string[] {
  const all = words ? [...words] : shellWords(line);
  return all[0] === 'kubectl' ? all.slice(1) : all;
}

function shellWords(line: string): string[] {
  try {
    return splitWords(line);
  } catch (error) {
    throw new CommandError(`bash: ${error instanceof Error ? error.message : String(error)}\n`, 2);
  }
}

function runWords(session: Session, words: readonly string[]): Promise<number> {
  const { command, rest } = findCommand(words);
  const parsed = parseFlags(command.name, command.flags, rest);
  const { afterDash = [], ...before } = parsed;
  const given = command.takesWords ? parsed : { ...before, args: [...before.args, ...afterDash] };
  const namespace = given.flags.text('namespace');
  return command.run(
    {
      ...session,
      fieldManager: given.flags.text('field-manager') || managerOf(command),
      ...(namespace !== undefined && { namespace, namespaceGiven: true }),
    },
    given,
  );
}

/** Commands with `--field-manager` have a manager of their own, named after their first word. Source: kubectl cmdutil. */
function managerOf({ name, flags }: Command): string {
  return flags.some((flag) => flag.name === 'field-manager') ? `kubectl-${name.split(' ')[0]}` : 'kubectl';
}

/** Other names of groups of commands. */
const groupAliases: Readonly<Record<string, string>> = { svc: 'service' };

/** The command with the longest name that the words begin with; flags may stand before it (`-n dev get pods`). */
function findCommand(words: readonly string[]): { command: Command; rest: string[] } {
  const start = words.findIndex(
    (word, index) => !word.startsWith('-') && words[index - 1] !== '-n' && words[index - 1] !== '--namespace',
  );
  if (start < 0)
    throw new CommandError('kubectl controls the Kubernetes cluster manager.\n', words.length === 0 ? 0 : 1);
  const tail = words.slice(start);
  for (let length = Math.min(3, tail.length); length > 0; length--) {
    const name = tail.slice(0, length);
    const command = commands.find((candidate) => isNamed(candidate, name));
    const group = groupAliases[tail[1] ?? ''] ?? tail[1];
    if (command && length === 1 && commands.some((other) => other.name.startsWith(`${tail[0]} ${group} `)))
      throw unknownSubcommand(`${tail[0]} ${group}`, tail.slice(2));
    if (command) return { command, rest: [...words.slice(0, start), ...tail.slice(length)] };
  }
  throw unknownCommand(tail);
}

function isNamed(command: Command, words: readonly string[]): boolean {
  const parts = command.name.split(' ');
  if (parts.length !== words.length) return false;
  const last = parts.length - 1;
  return parts.every((part, index) => {
    const word = words[index] ?? '';
    return (
      part === word ||
      (groupAliases[word] === part && index < last) ||
      (index === last && (command.aliases ?? []).includes(word))
    );
  });
}

function unknownSubcommand(group: string, words: readonly string[]): CommandError {
  const what = words.length === 0 ? 'You must specify a subcommand.' : `unknown command "${words.join(' ')}"`;
  return new CommandError(`error: ${what}\nSee 'kubectl ${group} -h' for help and examples\n`);
}

function unknownCommand(words: readonly string[]): CommandError {
  const [first = '', ...others] = words;
  const names = [...new Set(commands.map((command) => command.name.split(' ')[0] ?? ''))];
  if (names.includes(first)) return unknownSubcommand(first, others);
  const meant = suggest(first, names);
  const hint = meant.length === 0 ? '' : `\nDid you mean this?\n${meant.map((name) => `\t${name}\n`).join('')}`;
  return new CommandError(`error: unknown command "${first}" for "kubectl"\n${hint}`);
}
