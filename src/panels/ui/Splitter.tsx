import { useRef } from 'react';
import { useLanguage } from '../../i18n/i18n.ts';

interface Properties {
  label: string;
  /** The pane's size in pixels at scale 1. */
  size: number;
  least: number;
  most: number;
  /** The edge of the pane that is dragged. */
  edge: 'left' | 'top';
  onResize(size: number): void;
}

/** The line between two panes: dragged, or moved with the arrow keys. */
export function Splitter({ label, size, least, most, edge, onResize }: Properties) {
  useLanguage();
  const from = useRef<{ at: number; size: number } | undefined>(undefined);
  const bounded = (wanted: number) => onResize(Math.round(Math.min(most, Math.max(least, wanted))));
  const along = (event: { clientX: number; clientY: number }) => (edge === 'left' ? event.clientX : event.clientY);
  const [larger, smaller] = edge === 'left' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is no <hr>
    <div
      className={`splitter splitter-${edge}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={edge === 'left' ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { at: along(event), size };
      }}
      onPointerMove={(event) => {
        if (from.current) bounded(from.current.size + (from.current.at - along(event)) / rootScale());
      }}
      onPointerUp={() => {
        from.current = undefined;
      }}
      onKeyDown={(event) => {
        const step = event.key === larger ? 16 : event.key === smaller ? -16 : 0;
        if (!step) return;
        event.preventDefault();
        bounded(size + step);
      }}
    />
  );
}

/** How much larger than usual the page is set: sizes are kept as of scale 1. */
function rootScale(): number {
  return (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
}
