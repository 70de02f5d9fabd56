import { capsOf } from '../../actions/shortcuts.ts';

/** A shortcut as key caps. */
export function Keys({ shortcut }: { shortcut: string }) {
  return (
    <span className="keys">
      {capsOf(shortcut).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
