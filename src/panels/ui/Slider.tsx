import './slider.css';

interface Properties {
  label: string;
  /** The value in words, as a screen reader says it. */
  text: string;
  least?: number;
  most: number;
  value: number;
  onChange(value: number): void;
}

/** A value out of a few steps, dragged or set with the arrow keys. */
export function Slider({ label, text, least = 0, most, value, onChange }: Properties) {
  const share = most > least ? (value - least) / (most - least) : 0;
  return (
    <input
      className="slider"
      type="range"
      aria-label={label}
      aria-valuetext={text}
      min={least}
      max={most}
      step={1}
      value={value}
      style={{ '--share': share } as React.CSSProperties}
      onChange={(event) => onChange(event.target.valueAsNumber)}
    />
  );
}
