/** A cluster without Pods is a picture too: wait for one at most this long, in wall-clock milliseconds. */
const longestWait = 4_000;

let showIt: () => void = () => undefined;

/** Resolves when the first Pod has been drawn: what the first picture does not need is loaded from then on. */
export const firstPicture = new Promise<void>((resolve) => {
  showIt = resolve;
  setTimeout(resolve, longestWait);
});

/** Called by the stage. */
export function pictureIsThere(): void {
  showIt();
}
