import type { FileEntry } from '../state.ts';
import { byteLength } from './wc.ts';

/** The size of what is at a path, in bytes, as `ls -l` tells it. */
export function sizeOf(entry: FileEntry): number {
  if (entry.type === 'file') return byteLength(entry.text) + (entry.zeros ?? 0);
  if (entry.type === 'program') return 812_345;
  return entry.type === 'directory' ? 4096 : entry.type === 'link' ? entry.target.length : 0;
}
