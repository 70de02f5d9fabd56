/** What people type for another word. Source: SuggestFor of kubectl's commands. */
const synonyms: Readonly<Record<string, string>> = { list: 'get', ls: 'get', remove: 'delete', rm: 'delete' };

/** The commands that somebody may have meant: within two changes, or with this beginning. Source: cobra.SuggestionsFor. */
export function suggest(word: string, names: readonly string[]): string[] {
  const lower = word.toLowerCase();
  return names.filter((name) => synonyms[lower] === name || distance(lower, name) <= 2 || name.startsWith(lower));
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
