/**
 * One step of the way to a field, as FieldsV1 writes it: `f:name` a field, `k:{"name":"web"}` the element of a list with
 * these keys, `v:"x"` an element of a set, `i:0` one by its place. Source: structured-merge-diff fieldpath.
 */
export type PathElement = string;

export const fieldElement = (name: string): PathElement => `f:${name}`;
export const valueElement = (value: unknown): PathElement => `v:${JSON.stringify(value)}`;
export const indexElement = (index: number): PathElement => `i:${index}`;

/** The element with these keys; they are written in alphabetical order. */
export function keyElement(keys: Record<string, unknown>): PathElement {
  const sorted = Object.keys(keys).sort();
  return `k:${JSON.stringify(Object.fromEntries(sorted.map((name) => [name, keys[name]])))}`;
}

/** Whether the text is a path element; those of other kinds are skipped when FieldsV1 is read. */
export function isPathElement(text: string): boolean {
  if (text.startsWith('f:')) return true;
  if (text.startsWith('i:')) return /^i:-?\d+$/.test(text);
  if (!text.startsWith('v:') && !text.startsWith('k:')) return false;
  try {
    JSON.parse(text.slice(2));
    return true;
  } catch {
    return false;
  }
}

/** As messages show it: `.name`, `[name="web"]`, `[="x"]`, `[0]`. */
export function showElement(element: PathElement): string {
  const rest = element.slice(2);
  switch (element.charAt(0)) {
    case 'f':
      return `.${rest}`;
    case 'k':
      return `[${Object.entries(JSON.parse(rest) as object)
        .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
        .join(',')}]`;
    case 'v':
      return `[=${rest}]`;
    default:
      return `[${rest}]`;
  }
}

const rank = (element: PathElement) => 'fkvi'.indexOf(element.charAt(0));

/** Numbers come before texts, as in Go. */
function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : typeof b === 'number' ? 1 : 0;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareKeys(a: [string, unknown][], b: [string, unknown][]): number {
  for (const [index, [name, value]] of a.entries()) {
    const other = b[index];
    if (!other) return 1;
    const order = compareValues(name, other[0]) || compareValues(value, other[1]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** The order in which FieldsV1 lists them. */
export function compareElements(a: PathElement, b: PathElement): number {
  const ranks = rank(a) - rank(b);
  if (ranks !== 0) return ranks;
  const [left, right] = [a.slice(2), b.slice(2)];
  switch (a.charAt(0)) {
    case 'f':
      return compareValues(left, right);
    case 'k':
      return compareKeys(Object.entries(JSON.parse(left) as object), Object.entries(JSON.parse(right) as object));
    case 'v':
      return compareValues(JSON.parse(left), JSON.parse(right));
    default:
      return Number(left) - Number(right);
  }
}
