/**
 * Text in lines of at most `width` letters; words are not broken, blanks at a break are dropped.
 * Source: github.com/mitchellh/go-wordwrap.
 */
export function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n');
}

function wrapLine(line: string, width: number): string {
  let out = '';
  let current = 0;
  for (const [, blanks = '', word = ''] of line.matchAll(/(\s*)(\S*)/g)) {
    // A word as long as a line stays where it is: a line of its own would not hold it either.
    const breaks =
      current + blanks.length + word.length > width &&
      Math.min(word.length, width - 1) + current + blanks.length > width;
    if (word === '') {
      if (current + blanks.length <= width) out += blanks;
    } else if (breaks) {
      out += `\n${word}`;
      current = word.length;
    } else {
      out += blanks + word;
      current += blanks.length + word.length;
    }
  }
  return out;
}

/** Each line, also an empty one, behind so many blanks. */
export function indent(text: string, blanks: number): string {
  return text.replace(/^/gm, ' '.repeat(blanks));
}
