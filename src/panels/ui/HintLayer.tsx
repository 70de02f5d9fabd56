import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Keys } from './Keys.tsx';
import { placeHint } from './placeHint.ts';

/** Milliseconds of the wall clock: so long a pointer rests before a hint comes, and so soon after one the next comes at once. */
const rest = 450;
const soon = 300;

const hinted = (target: EventTarget | null): HTMLElement | undefined =>
  (target instanceof Element && target.closest<HTMLElement>('[data-hint]')) || undefined;

/** Shows the tooltip of whatever carries `data-hint`, one for the whole page: by pointer after a rest, by keyboard at once. */
export function HintLayer() {
  const [owner, setOwner] = useState<HTMLElement>();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hiddenAt = Number.NEGATIVE_INFINITY;
    let shown: HTMLElement | undefined;
    const show = (next: HTMLElement | undefined) => {
      clearTimeout(timer);
      if (shown && !next) hiddenAt = performance.now();
      shown = next;
      setOwner(next);
    };
    const over = ({ target, pointerType }: PointerEvent) => {
      const next = hinted(target);
      clearTimeout(timer);
      if (next === shown || pointerType === 'touch') return;
      if (!next || shown || performance.now() - hiddenAt < soon) show(next);
      else timer = setTimeout(() => show(next), rest);
    };
    const focus = ({ target }: FocusEvent) =>
      show(target instanceof Element && target.matches(':focus-visible') ? hinted(target) : undefined);
    const hide = () => show(undefined);
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && hide();
    document.addEventListener('pointerover', over);
    document.addEventListener('focusin', focus);
    document.addEventListener('focusout', hide);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('keydown', onKey);
    };
  }, []);

  useLayoutEffect(() => {
    if (!owner || !box.current) return;
    const { left, top } = placeHint(owner.getBoundingClientRect(), box.current.getBoundingClientRect(), {
      width: innerWidth,
      height: innerHeight,
    });
    box.current.style.translate = `${left}px ${top}px`;
  }, [owner]);

  if (!owner?.isConnected) return null;
  const { hint, shortcut } = owner.dataset;
  return (
    // The button has the same words as its name: for screen readers a second time would be once too often.
    <div ref={box} className="tooltip" aria-hidden="true">
      {hint}
      {shortcut && <Keys shortcut={shortcut} />}
    </div>
  );
}
