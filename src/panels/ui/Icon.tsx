import { type IconName, icons } from '../../actions/icons.ts';

/** A line drawing of the set in actions/icons.ts; it says nothing to a screen reader. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={icons[name]} />
    </svg>
  );
}
