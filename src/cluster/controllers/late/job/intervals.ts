/** Completion indexes in ascending order, those in a row as one pair of the first and the last. Source: orderedIntervals. */
export type Intervals = readonly (readonly [first: number, last: number])[];

/** `0,2-4` of a Job with so many completions: higher indexes are left out. Source: parseIndexesFromString. */
export function parseIndexes(text: string, completions: number): Intervals {
  if (text === '') return [];
  const intervals: [number, number][] = [];
  for (const part of text.split(',')) {
    const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    // What is no index is passed over.
    if (first === undefined) continue;
    if (Number(first) >= completions) break;
    intervals.push([Number(first), Math.min(Number(last ?? first), completions - 1)]);
  }
  return merged(intervals);
}

/** Two neighbours are `0,1`, three are `0-2`. */
export function formatIndexes(intervals: Intervals): string {
  return intervals
    .map(([first, last]) => (last > first ? `${first}${last === first + 1 ? ',' : '-'}${last}` : `${first}`))
    .join(',');
}

export function hasIndex(intervals: Intervals, index: number): boolean {
  return intervals.some(([first, last]) => first <= index && index <= last);
}

export function totalOf(intervals: Intervals): number {
  return intervals.reduce((total, [first, last]) => total + last - first + 1, 0);
}

export function withIndexes(intervals: Intervals, indexes: Iterable<number>): Intervals {
  return merged([...intervals, ...[...indexes].map((index) => [index, index] as const)]);
}

export function mergeIndexes(a: Intervals, b: Intervals): Intervals {
  return merged([...a, ...b]);
}

function merged(intervals: Intervals): Intervals {
  const result: [number, number][] = [];
  for (const [first, last] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const before = result.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else result.push([first, last]);
  }
  return result;
}
