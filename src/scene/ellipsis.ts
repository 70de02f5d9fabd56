const dots = '…';
/** The last letters of a Pod's name, which tell it from the other Pods of its owner. */
const suffix = 5;

/**
 * The text, shortened in its middle to fit `width`, its last five letters kept for as long as anything can be;
 * empty where not even one letter fits. `measure` gives the width of a text.
 */
export function ellipsizeMiddle(text: string, width: number, measure: (text: string) => number): string {
  return shorten(text, width, measure, (kept) => {
    const end = Math.min(suffix, kept);
    return kept > end ? `${text.slice(0, kept - end)}${dots}${text.slice(-end)}` : `${dots}${text.slice(-kept)}`;
  });
}

/** The text, shortened at its end to fit `width`. */
export function ellipsizeEnd(text: string, width: number, measure: (text: string) => number): string {
  return shorten(text, width, measure, (kept) => `${text.slice(0, kept)}${dots}`);
}

function shorten(
  text: string,
  width: number,
  measure: (text: string) => number,
  keeping: (letters: number) => string,
): string {
  if (measure(text) <= width) return text;
  let low = 0;
  let high = text.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(keeping(middle)) <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : keeping(low);
}
