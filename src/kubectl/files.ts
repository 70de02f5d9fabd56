import { failed, type Problem } from './problem.ts';
import type { Session } from './session.ts';

/** A text to read objects from, and its name as messages say it (`STDIN` for `-`). */
export interface ReadFile {
  source: string;
  text: string;
}

const extensions = ['.json', '.yaml', '.yml'];

const clean = (path: string): string => path.replace(/^(\.\/)+/, '').replace(/\/+$/, '') || '.';

/** By folder, as a walk through them goes. */
const inWalkOrder = (paths: string[]): string[] =>
  paths.sort((a, b) => {
    const [left, right] = [a.replaceAll('/', '\0'), b.replaceAll('/', '\0')];
    return left < right ? -1 : left > right ? 1 : 0;
  });

/**
 * The files that `-f` names: files, folders (with `-R` all that is in them), patterns, and `-` for the standard input. What
 * cannot be found ends the command. Source: cli-runtime resource.Builder FilenameParam.
 */
export function readFiles(session: Session, names: readonly string[], isRecursive: boolean): ReadFile[] {
  const problems: Problem[] = [];
  const files = names
    .flatMap((name) => name.split(','))
    .flatMap((name) => {
      if (name === '-') return [{ source: 'STDIN', text: session.stdin }];
      if (/^https?:\/\//.test(name)) {
        problems.push(`unable to read URL "${name}": files from elsewhere are not simulated`);
        return [];
      }
      const paths = isThere(session, name) ? [name] : matching(session, name);
      if (paths.length === 0) problems.push(`the path "${name}" does not exist`);
      const found = paths.flatMap((path) => filesAt(session, path, isRecursive));
      if (paths.length > 0 && found.length === 0)
        problems.push(`error reading [${paths.join(' ')}]: recognized file extensions are [${extensions.join(' ')}]`);
      return found;
    });
  if (problems.length > 0) throw failed(problems);
  return files;
}

const isInside = (path: string, folder: string): boolean => folder === '.' || path.startsWith(`${folder}/`);

function isThere(session: Session, name: string): boolean {
  const path = clean(name);
  return session.files[path] !== undefined || Object.keys(session.files).some((file) => isInside(file, path));
}

/** The files and folders whose names a pattern fits. */
function matching(session: Session, pattern: string): string[] {
  const source = clean(pattern)
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]');
  if (!/[*?[]/.test(pattern) || !isPattern(source)) return [];
  const form = new RegExp(`^${source}$`);
  const paths = Object.keys(session.files).flatMap((file) => {
    const parts = file.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  return [...new Set(paths)].filter((path) => form.test(path)).sort();
}

function isPattern(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch {
    // An open bracket: no file fits it.
    return false;
  }
}

/** A file, whatever its name ends with; of a folder those whose names end as manifests do. */
function filesAt(session: Session, name: string, isRecursive: boolean): ReadFile[] {
  const path = clean(name);
  const text = session.files[path];
  if (text !== undefined) return [{ source: name, text }];
  const start = path === '.' ? 0 : path.length + 1;
  const inside = Object.keys(session.files)
    .filter((file) => isInside(file, path) && (isRecursive || !file.slice(start).includes('/')))
    .filter((file) => extensions.some((extension) => file.endsWith(extension)));
  return inWalkOrder(inside).map((file) => ({ source: file, text: session.files[file] ?? '' }));
}
