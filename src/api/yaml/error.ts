/** Where something stands in a document, both counted from 0. */
export interface Mark {
  line: number;
  column: number;
}

/** What is wrong with a YAML document, in the words of go-yaml: `yaml: line 3: did not find expected key`. */
export class YamlError extends Error {
  /** Where it was noticed, if that is a place in the text; the line that the message names is often another one. */
  readonly mark: Mark | undefined;

  constructor(message: string, mark?: Mark) {
    super(message);
    this.mark = mark;
  }
}

export const yamlError = (problem: string, mark?: Mark): YamlError => new YamlError(`yaml: ${problem}`, mark);

/** The scanner stands on `mark` and cannot go on. Lines are named from the second one on, as in go-yaml. */
export function scannerError(problem: string, mark: Mark): YamlError {
  return yamlError(mark.line > 0 ? `line ${mark.line + 1}: ${problem}` : problem, mark);
}

/** The token at `mark` does not fit. go-yaml forgets to count from 1 here: it names the line before. */
export function parserError(problem: string, mark: Mark): YamlError {
  return yamlError(mark.line > 0 ? `line ${mark.line}: ${problem}` : problem, mark);
}
