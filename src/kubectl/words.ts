/**
 * Splits a command line into words as a POSIX shell does: quotes, backslashes and blanks; nothing is expanded.
 * Throws an Error where a quote is left open.
 */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let i = 0; i < line.length; i++) {
    const character = line.charAt(i);
    if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    if (character === "'" || character === '"') {
      const end = closingQuote(line, i);
      word = (word ?? '') + unquote(line.slice(i + 1, end), character);
      i = end;
    } else if (character === '\\') {
      i++;
      word = (word ?? '') + line.charAt(i);
    } else word = (word ?? '') + character;
  }
  if (word !== undefined) words.push(word);
  return words;
}

function closingQuote(line: string, start: number): number {
  const quote = line.charAt(start);
  for (let i = start + 1; i < line.length; i++) {
    if (line.charAt(i) === '\\' && quote === '"') i++;
    else if (line.charAt(i) === quote) return i;
  }
  throw new Error('unexpected end of line while looking for a closing quote');
}

const unquote = (text: string, quote: string): string =>
  quote === "'" ? text : text.replace(/\\([\\"$`])/g, '$1').replace(/\\\n/g, '');
