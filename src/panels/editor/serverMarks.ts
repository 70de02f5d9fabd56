import type { ServerMark } from './CodeArea.tsx';
import type { Result } from './useEditor.ts';

/** The API server's findings at their lines: each cause at its field, a refusal without causes at its document. */
export function serverMarks(result: Result | undefined): ServerMark[] {
  if (result?.kind === 'text') return result.errors.map((error) => ({ ...error }));
  if (result?.kind !== 'applied') return [];
  return result.applied.flatMap(({ outcome, document }) => {
    if (typeof outcome === 'string') return [];
    const causes = outcome.details?.causes ?? [];
    if (causes.length === 0) {
      const unknown = /unknown field "([^"]+)"/.exec(outcome.message)?.[1];
      const place = unknown ? document.placeOf(unknown) : document.place;
      return [{ ...place, message: outcome.message }];
    }
    return causes.map(({ field = '', message = '' }) => ({
      ...document.placeOf(field),
      message: `${field}: ${message}`,
    }));
  });
}
