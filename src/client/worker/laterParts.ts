import { provideLaterParts } from '../../cluster/later/later.ts';

let loading: Promise<void> | undefined;

/** Loads what the first picture does not need, once. */
export function loadLaterParts(): Promise<void> {
  loading ??= import('../../cluster/later/parts.ts').then(
    ({ parts }) => provideLaterParts(parts),
    (error: unknown) => {
      // The next who asks tries again.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
