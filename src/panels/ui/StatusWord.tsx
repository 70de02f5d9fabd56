import type { Tone } from '../../scene/podFacts.ts';

/** How something fares: a shape for each tone, and the word. */
export function StatusWord({ tone, word }: { tone: Tone; word: string }) {
  return (
    <span className={`status status-${tone}`}>
      <ToneMark tone={tone} />
      {word}
    </span>
  );
}

const shapes: Readonly<Record<Tone, string>> = {
  good: 'M5 1.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  waiting: 'M5 2a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  done: 'M2 5.2l2.2 2.3L8 2.8',
  bad: 'M2.2 2.2l5.6 5.6M7.8 2.2L2.2 7.8',
  quiet: 'M2 5h6',
};

export function ToneMark({ tone }: { tone: Tone }) {
  return (
    <svg className={`tone tone-${tone}`} viewBox="0 0 10 10" aria-hidden="true">
      <path d={shapes[tone]} />
    </svg>
  );
}
