/** Arguments taken apart: letters without and with a value, and the rest. */
export interface Options {
  letters: Set<string>;
  values: Map<string, string>;
  rest: string[];
  /** The first option that the program does not have. */
  unknown?: string;
}

/**
 * Takes arguments apart as getopt does: `-ab`, `-n5`, `-n 5`, `--` ends the options. `plain` are letters without a
 * value, `valued` those with one; `numberAs` names the letter for which `-5` stands (`head -5`).
 */
export function options(args: readonly string[], plain: string, valued = '', numberAs?: string): Options {
  const found: Options = { letters: new Set(), values: new Map(), rest: [] };
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] as string;
    if (arg === '--') {
      found.rest.push(...args.slice(index + 1));
      break;
    }
    if (numberAs && /^-\d+$/.test(arg)) {
      found.values.set(numberAs, arg.slice(1));
      continue;
    }
    if (!/^-./.test(arg)) {
      found.rest.push(arg);
      continue;
    }
    for (let place = 1; place < arg.length; place++) {
      const letter = arg[place] as string;
      if (plain.includes(letter)) {
        found.letters.add(letter);
      } else if (valued.includes(letter)) {
        found.values.set(letter, place + 1 < arg.length ? arg.slice(place + 1) : (args[++index] ?? ''));
        break;
      } else {
        found.unknown ??= letter;
      }
    }
  }
  return found;
}

/** What a busybox program says to an option it does not have. */
export function refuseOption(io: { err(text: string): void }, name: string, letter: string): number {
  io.err(`${name}: unrecognized option: ${letter}\n`);
  return 1;
}
