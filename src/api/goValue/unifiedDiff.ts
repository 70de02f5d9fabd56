import { matchingBlocks } from './matchingBlocks.ts';

/** Lines `aFrom..aTo` of the one text become `bFrom..bTo` of the other. */
interface Step {
  isSame: boolean;
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
}

function stepsBetween(a: readonly string[], b: readonly string[]): Step[] {
  const steps: Step[] = [];
  let [aFrom, bFrom] = [0, 0];
  for (const match of matchingBlocks(a, b)) {
    if (aFrom < match.a || bFrom < match.b) steps.push({ isSame: false, aFrom, aTo: match.a, bFrom, bTo: match.b });
    [aFrom, bFrom] = [match.a + match.size, match.b + match.size];
    if (match.size > 0) steps.push({ isSame: true, aFrom: match.a, aTo: aFrom, bFrom: match.b, bTo: bFrom });
  }
  return steps;
}

const firstLines = (step: Step, count: number): Step => ({
  ...step,
  aTo: Math.min(step.aTo, step.aFrom + count),
  bTo: Math.min(step.bTo, step.bFrom + count),
});
const lastLines = (step: Step, count: number): Step => ({
  ...step,
  aFrom: Math.max(step.aFrom, step.aTo - count),
  bFrom: Math.max(step.bFrom, step.bTo - count),
});

/** The changes with so many lines around each; those that are near each other stand in one hunk. */
function hunksOf(steps: readonly Step[], context: number): Step[][] {
  const hunks: Step[][] = [];
  let hunk: Step[] = [];
  for (const [index, step] of steps.entries()) {
    const [isFirst, isLast] = [index === 0, index === steps.length - 1];
    if (!step.isSame || (!isFirst && !isLast && step.aTo - step.aFrom <= 2 * context)) {
      hunk.push(step);
      continue;
    }
    if (!isFirst) {
      hunk.push(firstLines(step, context));
      hunks.push(hunk);
    }
    hunk = isLast ? [] : [lastLines(step, context)];
  }
  if (hunk.length > 0) hunks.push(hunk);
  return hunks;
}

function rangeText(from: number, to: number): string {
  const length = to - from;
  if (length === 1) return String(from + 1);
  return `${length === 0 ? from : from + 1},${length}`;
}

const marked = (mark: string, lines: readonly string[]) => lines.map((line) => `${mark}${line}\n`).join('');

/**
 * What changes from one text to the other, as hunks of lines with three lines around each; empty where nothing does. The
 * hunks have no file names above them. Source: github.com/pmezard/go-difflib, which Kubernetes' util/diff prints with.
 */
export function unifiedDiff(before: string, after: string, context = 3): string {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return hunksOf(stepsBetween(a, b), context)
    .map((hunk) => {
      const [first, last] = [hunk[0], hunk.at(-1)];
      if (!first || !last) return '';
      const head = `@@ -${rangeText(first.aFrom, last.aTo)} +${rangeText(first.bFrom, last.bTo)} @@\n`;
      const body = hunk.map((step) =>
        step.isSame
          ? marked(' ', a.slice(step.aFrom, step.aTo))
          : marked('-', a.slice(step.aFrom, step.aTo)) + marked('+', b.slice(step.bFrom, step.bTo)),
      );
      return head + body.join('');
    })
    .join('');
}
