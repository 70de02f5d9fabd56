interface Size {
  width: number;
  height: number;
}

const gap = 6;
const margin = 8;

/** Where a tooltip stands, in pixels: below its owner, above where there is no room, always within the window. */
export function placeHint(owner: DOMRect, hint: Size, window: Size): { left: number; top: number } {
  const middle = owner.left + owner.width / 2 - hint.width / 2;
  const below = owner.bottom + gap;
  const fits = below + hint.height + margin <= window.height;
  return {
    left: Math.round(Math.max(margin, Math.min(middle, window.width - hint.width - margin))),
    top: Math.round(fits ? below : Math.max(margin, owner.top - gap - hint.height)),
  };
}
