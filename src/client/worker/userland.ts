import { provideUserland } from '../../cluster/runtime/programs/registry.ts';

let loading: Promise<void> | undefined;

/** Loads the shell and the commands of containers, once; the first picture does not wait for them. */
export function loadUserland(): Promise<void> {
  loading ??= import('../../cluster/runtime/programs/userland.ts').then(
    ({ userland }) => provideUserland(userland),
    (error: unknown) => {
      // The next who asks tries again.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
