import type { KubernetesObject } from '../objects.ts';

/** A column of `get`: its name as the server's table has it; `wide` ones show with `-o wide` only. */
export interface Column {
  name: string;
  wide?: true;
}

/** How `get` shows the objects of one kind. */
export interface Printer {
  kind: string;
  columns: readonly Column[];
  /** One cell for each column; `now` in milliseconds. */
  row(object: KubernetesObject, now: number): string[];
}

/** Makes a printer of a kind's generated type; names of columns that show with `-o wide` only begin with `+`. */
export function printer<T>(
  kind: string,
  columns: readonly string[],
  row: (object: T & KubernetesObject, now: number) => (string | number)[],
): Printer {
  return {
    kind,
    columns: columns.map((name) => (name.startsWith('+') ? { name: name.slice(1), wide: true } : { name })),
    row: (object, now) => row(object as T & KubernetesObject, now).map(String),
  };
}

/** The text, or `<none>` for nothing. */
export function orNone(text: string | undefined): string {
  return text || '<none>';
}

/** At most `most` of the list, joined by commas, and how many more there are. Source: printers.formatEndpoints and others. */
export function listWithMost(list: readonly string[], most: number): string {
  return list.length <= most ? list.join(',') : `${list.slice(0, most).join(',')} + ${list.length - most} more...`;
}
