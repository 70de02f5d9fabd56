/** One measured figure, with how it was measured, so that it can be measured again. */
export interface Measure {
  measure: string;
  value: number;
  unit: string;
  how: string;
}

/** A benchmark: one file each, listed in registry.ts. */
export interface Benchmark {
  name: string;
  run(): Promise<Measure[]>;
}

/** The value that a share of the sorted numbers does not exceed; `share` from 0 to 1. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
