import type { Expansion } from './expand.ts';

/** The value that a variable has at this place of an expansion, with what the expansion itself has set. */
export function lookUpVariable(expansion: Expansion, name: string): string | undefined {
  return expansion.assigned.get(name) ?? expansion.shell.memory.variables.get(name)?.value;
}

/**
 * Notes a new value, unless an output is missing: then the value is not the right one, and the output may need the
 * old one (`i=$(expr $i + 1)`). The shell takes it over when the whole expansion has come to its end.
 */
export function setVariable(expansion: Expansion, name: string, value: string): void {
  if (expansion.missing !== undefined) return;
  if (expansion.shell.memory.variables.get(name)?.readOnly) expansion.error ??= `${name}: is read only`;
  else expansion.assigned.set(name, value);
}

/** The value of `$name`, `$1`, `$?` and such, but not of `$@` and `$*`; undefined where it is not set. */
export function parameterValue(expansion: Expansion, name: string): string | undefined {
  const { memory, process } = expansion.shell;
  switch (name) {
    case '?':
      return String(memory.status);
    case '#':
      return String(memory.positional.length);
    case '$':
      return String(memory.shellProcess);
    case '!':
      return memory.lastJob === undefined ? undefined : String(memory.lastJob);
    case '-':
      return memory.options;
    case '0':
      return memory.name;
    case 'RANDOM':
      return lookUpVariable(expansion, name) ?? expansion.random();
    case 'BASHPID':
      return String(process.id);
    default:
      return /^\d+$/.test(name) ? memory.positional[Number(name) - 1] : lookUpVariable(expansion, name);
  }
}
