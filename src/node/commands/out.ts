import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Whether what `--out` names is a folder: it is one, or is written like one. */
export const isFolderName = (name: string | undefined): boolean =>
  name !== undefined && (name.endsWith('/') || (existsSync(name) && statSync(name).isDirectory()));

/** Writes a file, and the folders that it is to be in. */
export function writeOut(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
