import { firstPicture } from '../store/firstPicture.ts';

type ByOwners = typeof import('./owners/arrangement.ts');

let loaded: ByOwners | undefined;

/** The arrangement by owners, once it has been loaded. */
export const byOwners = (): ByOwners | undefined => loaded;

/** Loads it, after the first picture: that is always by nodes. */
export async function loadByOwners(): Promise<void> {
  await firstPicture;
  loaded ??= await import('./owners/arrangement.ts');
}
