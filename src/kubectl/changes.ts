import { mistake } from './errors.ts';

/** What `label` and `annotate` are to change, and on what. */
export interface MetadataChanges {
  /** The arguments that name objects. */
  names: string[];
  set: Map<string, string>;
  remove: string[];
}

/** Splits `TYPE NAME... KEY=VALUE... KEY-...`. Source: kubectl cmdutil.GetResourcesAndPairs. */
export function readChanges(args: readonly string[], what: 'label' | 'annotation' | 'taint'): MetadataChanges {
  const names: string[] = [];
  const set = new Map<string, string>();
  const remove: string[] = [];
  for (const argument of args) {
    const isSetting = /^[^=]+=/.test(argument);
    const isRemoving = !isSetting && argument.length > 1 && argument.endsWith('-');
    if (isSetting) {
      const equals = argument.indexOf('=');
      set.set(argument.slice(0, equals), argument.slice(equals + 1));
    } else if (isRemoving) remove.push(argument.slice(0, -1));
    else if (set.size > 0 || remove.length > 0)
      throw mistake(`all resources must be specified before ${what} changes: ${argument}`);
    else names.push(argument);
  }
  return { names, set, remove };
}
