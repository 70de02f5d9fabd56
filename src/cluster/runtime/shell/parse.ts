import { parse as parseBash } from 'unbash';
import { type Lowering, lowerScript } from './lower.ts';
import type { Script } from './syntax.ts';

/** A parsed script depends on nothing but its text: parsed once, kept while it is among the last used. */
const cache = new Map<string, Script>();
const keptScripts = 500;

/** The syntax tree of a script; with `error` where it is none that this shell takes. */
export function parseScript(text: string): Script {
  const known = cache.get(text);
  if (known) return known;
  const lowering: Lowering = { nodes: [] };
  const root = lowerScript(lowering, parseBash(text));
  const script: Script = { nodes: lowering.nodes, root, ...(lowering.error && { error: lowering.error }) };
  if (cache.size >= keptScripts) cache.clear();
  cache.set(text, script);
  return script;
}
