import { mistake } from './errors.ts';
import type { Given } from './flags.ts';
import type { Session } from './session.ts';

/**
 * Keys and values of `--from-literal`, `--from-file` and `--from-env-file`; `what` names the object in errors.
 * Source: kubectl create.handleConfigMapFromLiteralSources and its siblings.
 */
export function readEntries(session: Session, flags: Given, what: string): Map<string, string> {
  if (flags.has('from-env-file') && (flags.has('from-file') || flags.has('from-literal')))
    throw mistake('from-env-file cannot be combined with from-file or from-literal');
  const entries = new Map<string, string>();
  const kind = what.split(' ')[0] ?? '';
  const add = (key: string, value: string): void => {
    if (!/^[-._a-zA-Z0-9]+$/.test(key))
      throw mistake(
        `"${key}" is not a valid key name for a ${kind}: a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')`,
      );
    if (entries.has(key))
      throw mistake(`cannot add key "${key}", another key by that name already exists in Data for ${what}`);
    entries.set(key, value);
  };
  for (const source of flags.list('from-file')) readFileSource(session, source, add);
  for (const literal of flags.list('from-literal')) {
    const equals = literal.indexOf('=');
    if (equals < 1) throw mistake(`invalid literal source ${literal}, expected key=value`);
    add(literal.slice(0, equals), literal.slice(equals + 1).replace(/^(['"])(.*)\1$/s, '$2'));
  }
  for (const file of flags.list('from-env-file')) readEnvFile(session, file, add);
  return entries;
}

type Add = (key: string, value: string) => void;

function readFileSource(session: Session, source: string, add: Add): void {
  const equals = source.indexOf('=');
  const path = source.slice(equals + 1).replace(/\/$/, '');
  const text = session.files[path];
  if (text !== undefined) {
    add(equals > 0 ? source.slice(0, equals) : path.slice(path.lastIndexOf('/') + 1), text);
    return;
  }
  const inside = Object.keys(session.files)
    .filter((name) => name.startsWith(`${path}/`))
    .sort();
  if (inside.length === 0) throw mistake(`error reading ${path}: no such file or directory`);
  for (const name of inside) {
    const key = name.slice(path.length + 1);
    if (!key.includes('/')) add(key, session.files[name] ?? '');
  }
}

function readEnvFile(session: Session, path: string, add: Add): void {
  const text = session.files[path];
  if (text === undefined) throw mistake(`open ${path}: no such file or directory`);
  for (const line of text.split('\n')) {
    const trimmed = line.trimStart();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const equals = trimmed.indexOf('=');
    if (equals > 0) add(trimmed.slice(0, equals), trimmed.slice(equals + 1));
  }
}
