import { listDirectory, lookUpLink, removeEntry } from '../files/files.ts';
import { absolutePath, join, nameOf } from '../files/path.ts';
import { write } from '../processes/descriptors.ts';
import { charge } from '../processes/kernel.ts';
import type { Machine } from '../processes/machine.ts';
import type { Program } from '../processes/program.ts';
import { matchPattern } from '../shell/pattern.ts';
import type { FileEntry, Process } from '../state.ts';
import { endOf, startChild } from './child.ts';
import { sizeOf } from './size.ts';

interface Find {
  /** Commands that are still to be run. */
  runs: string[][];
  child?: number;
  code: number;
}

interface Found {
  shown: string;
  path: string;
  depth: number;
  entry: FileEntry;
}

type Test = (machine: Machine, found: Found) => boolean;

/** Lists a tree: `-name -iname -path -type -maxdepth -mindepth -mmin -mtime -size -empty -newer ! -o -print -print0 -delete -exec`. */
export const find: Program = {
  run(machine, process) {
    process.memory ??= begin(machine, process);
    const memory = process.memory as Find;
    if (memory.child !== undefined) {
      const code = endOf(process, memory.child);
      if (code === undefined) return { wait: { for: 'child', child: memory.child } };
      delete memory.child;
      if (code !== 0) memory.code = 1;
    }
    const next = memory.runs.shift();
    if (!next) return { exit: memory.code };
    const started = startChild(machine, process, 'find', next);
    if ('exit' in started) return { exit: 1 };
    memory.child = started.child;
    return { wait: { for: 'child', child: started.child } };
  },
};

function begin(machine: Machine, process: Process): Find {
  const args = [...process.arguments];
  const roots: string[] = [];
  while (args[0] !== undefined && !/^[-!(]/.test(args[0])) roots.push(args.shift() ?? '');
  if (roots.length === 0) roots.push('.');
  const parsed = parse(machine, process, args);
  if ('error' in parsed) {
    write(machine, process, 2, `find: ${parsed.error}\n`);
    return { runs: [], code: 1 };
  }
  const all: Found[] = [];
  let code = 0;
  for (const root of roots) {
    const path = absolutePath(process.directory, root);
    const entry = lookUpLink(machine, path);
    if (entry) walk(machine, { shown: root, path, depth: 0, entry }, parsed.deepest, all);
    else {
      write(machine, process, 2, `find: ${root}: No such file or directory\n`);
      code = 1;
    }
  }
  charge(machine.container, all.length * 200);
  const chosen = all.filter(
    (found) =>
      found.depth >= parsed.shallowest && parsed.groups.some((tests) => tests.every((test) => test(machine, found))),
  );
  if (parsed.remove) for (const { path } of chosen.reverse()) removeEntry(machine, path);
  const { command } = parsed;
  if (!command) {
    if (!parsed.remove || parsed.print)
      write(machine, process, 1, chosen.map(({ shown }) => shown + parsed.end).join(''));
    return { runs: [], code };
  }
  const shown = chosen.map((found) => found.shown);
  const fill = (path: string): string[] => command.map((word) => word.replaceAll('{}', path));
  if (!parsed.together) return { runs: shown.map(fill), code };
  return { runs: shown.length > 0 ? [[...command.filter((word) => word !== '{}'), ...shown]] : [], code };
}

function walk(machine: Machine, found: Found, deepest: number, all: Found[]): void {
  all.push(found);
  if (found.entry.type !== 'directory' || found.depth >= deepest) return;
  for (const name of listDirectory(machine, found.path)) {
    const path = join(found.path, name);
    const shown = found.shown.endsWith('/') ? found.shown + name : `${found.shown}/${name}`;
    const entry = lookUpLink(machine, path) ?? { type: 'directory', at: 0 };
    walk(machine, { shown, path, depth: found.depth + 1, entry }, deepest, all);
  }
}

interface Parsed {
  /** Any of these, and in it all. */
  groups: Test[][];
  deepest: number;
  shallowest: number;
  remove: boolean;
  print: boolean;
  end: string;
  command?: string[];
  together: boolean;
}

const types: Record<string, FileEntry['type'][]> = {
  f: ['file', 'program'],
  d: ['directory'],
  l: ['link'],
  c: ['device'],
};

/** Whether a number is as `+5`, `-5` or `5` asks. */
function asks(text: string, number: number): boolean {
  const wanted = Number(text.replace(/^[-+]/, ''));
  return text.startsWith('+') ? number > wanted : text.startsWith('-') ? number < wanted : number === wanted;
}

const changedAt = (entry: FileEntry): number => ('at' in entry ? entry.at : 0);

function parse(machine: Machine, process: Process, args: string[]): Parsed | { error: string } {
  const parsed: Parsed = {
    groups: [[]],
    deepest: Number.POSITIVE_INFINITY,
    shallowest: 0,
    remove: false,
    print: false,
    end: '\n',
    together: false,
  };
  let negated = false;
  const add = (test: Test): void => {
    const wanted = !negated;
    parsed.groups.at(-1)?.push((where, found) => test(where, found) === wanted);
    negated = false;
  };
  for (let arg = args.shift(); arg !== undefined; arg = args.shift()) {
    const value = (): string => args.shift() ?? '';
    switch (arg) {
      case '!':
      case '-not':
        negated = !negated;
        break;
      case '-a':
        break;
      case '-o':
      case '-or':
        parsed.groups.push([]);
        break;
      case '-name': {
        const pattern = value();
        add((_machine, { path }) => matchPattern(pattern, nameOf(path)));
        break;
      }
      case '-iname': {
        const pattern = value().toLowerCase();
        add((_machine, { path }) => matchPattern(pattern, nameOf(path).toLowerCase()));
        break;
      }
      case '-path': {
        const pattern = value();
        add((_machine, { shown }) => matchPattern(pattern, shown));
        break;
      }
      case '-type': {
        const wanted = types[value()] ?? [];
        add((_machine, { entry }) => wanted.includes(entry.type));
        break;
      }
      case '-maxdepth':
        parsed.deepest = Number(value());
        break;
      case '-mindepth':
        parsed.shallowest = Number(value());
        break;
      case '-mmin':
      case '-mtime': {
        const text = value();
        const unit = arg === '-mmin' ? 60_000 : 86_400_000;
        add(({ world }, { entry }) => asks(text, Math.floor((world.now - changedAt(entry)) / unit)));
        break;
      }
      case '-size': {
        const [, number = '', unit = 'b'] = /^([-+]?\d+)([ckMGb]?)$/.exec(value()) ?? [];
        const bytes = { c: 1, k: 1024, M: 1 << 20, G: 1 << 30 }[unit] ?? 512;
        add((_machine, { entry }) => asks(number, Math.ceil(sizeOf(entry) / bytes)));
        break;
      }
      case '-empty':
        add((where, { entry, path }) =>
          entry.type === 'directory' ? listDirectory(where, path).length === 0 : sizeOf(entry) === 0,
        );
        break;
      case '-newer': {
        const other = lookUpLink(machine, absolutePath(process.directory, value()));
        const since = other ? changedAt(other) : 0;
        add((_machine, { entry }) => changedAt(entry) > since);
        break;
      }
      case '-print':
        parsed.print = true;
        break;
      case '-print0':
        parsed.end = '\0';
        break;
      case '-delete':
        parsed.remove = true;
        break;
      case '-exec': {
        const end = args.findIndex((word) => word === ';' || word === '+');
        if (end < 0) return { error: "-exec requires an argument ending with ';' or '+'" };
        parsed.together = args[end] === '+';
        parsed.command = args.splice(0, end + 1).slice(0, -1);
        break;
      }
      default:
        return { error: `unrecognized: ${arg}` };
    }
  }
  return parsed;
}
