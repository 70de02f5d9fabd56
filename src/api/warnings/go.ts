/** A list of texts as Go's `%v` prints it. */
export const goList = (texts: readonly string[]): string => `[${texts.join(' ')}]`;

/** A text as Go's `%q` prints it. */
export const quoted = (text: string | undefined): string => JSON.stringify(text ?? '');
