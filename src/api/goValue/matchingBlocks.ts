/** A run of lines that both texts have: `size` lines from `a` on in the one and from `b` on in the other. */
export interface Match {
  a: number;
  b: number;
  size: number;
}

/** From so many lines on, lines that are very common begin no match. */
const longText = 200;

/** Where each line of a text stands; without the very common ones of a long text. */
function indexLines(lines: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    const places = index.get(line);
    if (places) places.push(at);
    else index.set(line, [at]);
  }
  if (lines.length < longText) return index;
  const common = Math.floor(lines.length / 100) + 1;
  return new Map([...index].filter(([, places]) => places.length <= common));
}

interface Range {
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
}

/**
 * The longest run that both texts have within the range, the first of equals; then the very common lines beside it.
 */
function longestMatch(
  a: readonly string[],
  b: readonly string[],
  index: ReadonlyMap<string, readonly number[]>,
  range: Range,
): Match {
  let best: Match = { a: range.aFrom, b: range.bFrom, size: 0 };
  let lengths = new Map<number, number>();
  for (let i = range.aFrom; i < range.aTo; i++) {
    const next = new Map<number, number>();
    for (const j of index.get(a[i] ?? '') ?? []) {
      if (j < range.bFrom) continue;
      if (j >= range.bTo) break;
      const size = (lengths.get(j - 1) ?? 0) + 1;
      next.set(j, size);
      if (size > best.size) best = { a: i - size + 1, b: j - size + 1, size };
    }
    lengths = next;
  }
  return extend(a, b, range, best);
}

function extend(a: readonly string[], b: readonly string[], range: Range, match: Match): Match {
  let { a: i, b: j, size } = match;
  while (i > range.aFrom && j > range.bFrom && a[i - 1] === b[j - 1]) {
    i--;
    j--;
    size++;
  }
  while (i + size < range.aTo && j + size < range.bTo && a[i + size] === b[j + size]) size++;
  return { a: i, b: j, size };
}

/**
 * What two texts have in common, in order, runs that touch taken together, with an empty one at the end: the choice of
 * Python's difflib, which Go has from github.com/pmezard/go-difflib.
 */
export function matchingBlocks(a: readonly string[], b: readonly string[]): Match[] {
  const index = indexLines(b);
  const found: Match[] = [];
  const search = (range: Range): void => {
    const match = longestMatch(a, b, index, range);
    if (match.size === 0) return;
    const [aEnd, bEnd] = [match.a + match.size, match.b + match.size];
    if (range.aFrom < match.a && range.bFrom < match.b) search({ ...range, aTo: match.a, bTo: match.b });
    const last = found.at(-1);
    if (last && last.a + last.size === match.a && last.b + last.size === match.b) last.size += match.size;
    else found.push(match);
    if (aEnd < range.aTo && bEnd < range.bTo) search({ ...range, aFrom: aEnd, bFrom: bEnd });
  };
  search({ aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length });
  return [...found, { a: a.length, b: b.length, size: 0 }];
}
