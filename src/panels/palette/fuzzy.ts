/** A text to be found, with what it weighs: a hit in a name counts more than one in a label. */
export interface Haystack {
  text: string;
  weight: number;
}

/**
 * How well a query fits, above 0; 0 where it does not. Each word of the query must be found in one of the texts: as it
 * is, best at the beginning of a word, or as its letters in order (`shpwb` finds `shop-web`), which counts least.
 */
export function fuzzyScore(query: string, haystacks: readonly Haystack[]): number {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  let total = 0;
  for (const word of words) {
    let best = 0;
    for (const { text, weight } of haystacks) best = Math.max(best, weight * wordScore(word, text.toLowerCase()));
    if (best === 0) return 0;
    total += best;
  }
  return total / Math.max(1, words.length);
}

function wordScore(word: string, text: string): number {
  let at = text.indexOf(word);
  if (at < 0) return lettersScore(word, text);
  let best = 0.5;
  for (; at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0) best = Math.max(best, text.length === word.length ? 1 : 0.9);
    else if (/[^\p{L}\p{N}]/u.test(text.charAt(at - 1))) best = Math.max(best, 0.75);
  }
  return best;
}

/** The letters in order, the closer together the better; single letters are too little to go by. */
function lettersScore(word: string, text: string): number {
  if (word.length < 2) return 0;
  let first = -1;
  let at = -1;
  for (const letter of word) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return 0;
    if (first < 0) first = at;
  }
  const spread = (at - first + 1) / word.length;
  return spread > 3 ? 0 : 0.3 / spread;
}
