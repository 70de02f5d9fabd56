import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { say } from '../../../i18n/inspector.ts';
import type { Lane, PodLanes } from '../../../scene/lanes/podLanes.ts';
import { squeeze } from '../../../scene/lanes/squeeze.ts';
import { elapsedText } from '../../ui/time.ts';
import { actorText, laneName, newsTexts } from './words.ts';

interface LanePictureProperties {
  told: PodLanes;
  now: number;
  /** When the scenario began. */
  start: number;
  /** The change that one stands at, by its index. */
  chosen: number;
  choose(index: number): void;
  /** Turns the clock to a change; absent where there is no clock to turn. */
  go: ((index: number) => void) | undefined;
}

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** The lanes above each other; pointer and arrow keys walk along the changes, a click or Enter turns the clock there. */
export function LanePicture({ told, now, start, chosen, choose, go }: LanePictureProperties) {
  const tracks = useRef<HTMLDivElement>(null);
  const { lanes, changes } = told;
  const last = changes.at(-1);
  const end = Math.max(now, last?.at ?? now);
  // Where the history ends, nothing goes on to the present.
  const places = squeeze([...changes.map(({ at }) => at), last?.gone ? last.at : end]);
  const placeOf = (index: number): number => places[index] ?? 1;
  const nearest = (clientX: number): number => {
    const box = tracks.current?.getBoundingClientRect();
    const share = box ? (clientX - box.left) / box.width : 0;
    let best = 0;
    for (const index of changes.keys())
      if (Math.abs(placeOf(index) - share) < Math.abs(placeOf(best) - share)) best = index;
    return best;
  };
  const present = presentPlace(
    changes.map(({ at }) => at),
    places,
    now,
  );
  const change = changes[chosen];
  const value = change
    ? `${elapsedText(change.at - start)}, ${actorText(change)}: ${newsTexts(change).join(', ')}`
    : '';

  const pressed = (event: KeyboardEvent): void => {
    const to = goalOf(event.key, chosen, changes.length - 1);
    if (event.key === 'Enter' && go) go(chosen);
    else if (to === undefined) return;
    else choose(to);
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      className="lane-picture"
      role="slider"
      tabIndex={0}
      aria-label={say('history.picture')}
      aria-description={say('history.keys')}
      aria-valuemin={1}
      aria-valuemax={changes.length}
      aria-valuenow={chosen + 1}
      aria-valuetext={value}
      onKeyDown={pressed}
      onPointerMove={(event: PointerEvent) => choose(nearest(event.clientX))}
      onClick={(event) => go?.(nearest(event.clientX))}
    >
      <div className="lane-axis" aria-hidden="true">
        <span>{elapsedText((changes[0]?.at ?? start) - start)}</span>
        <span>{elapsedText(end - start)}</span>
      </div>
      {groups.map(
        (kind) =>
          lanes.some((lane) => lane.kind === kind) && (
            <div key={kind} className="lane-group" aria-hidden="true">
              {lanes
                .filter((lane) => lane.kind === kind)
                .map((lane) => (
                  <LaneRow key={lane.name} lane={lane} placeOf={placeOf} />
                ))}
            </div>
          ),
      )}
      <div ref={tracks} className="lane-marks" aria-hidden="true">
        {present < 1 && <i className="lane-now" style={{ left: percent(present) }} />}
        <i className="lane-chosen" style={{ left: percent(placeOf(chosen)) }} />
      </div>
    </div>
  );
}

const groups = ['phase', 'condition', 'container', 'status'] as const;

function LaneRow({ lane, placeOf }: { lane: Lane; placeOf(index: number): number }) {
  return (
    <div className="lane">
      <span className={lane.kind === 'container' ? 'lane-name mono' : 'lane-name'}>{laneName(lane)}</span>
      <div className="lane-track">
        {lane.spans.map(({ from, to, word, tone }) => (
          <span
            key={from}
            className={`lane-span lane-${tone}`}
            style={{ left: percent(placeOf(from)), width: percent(placeOf(to) - placeOf(from)) }}
          >
            <b>{word}</b>
          </span>
        ))}
      </div>
    </div>
  );
}

/** Where the present lies between the changes; 1 where all of them are past. */
function presentPlace(times: readonly number[], places: readonly number[], now: number): number {
  const next = times.findIndex((time) => time > now);
  if (next < 0) return 1;
  const [from = 0, to = 0] = [times[next - 1] ?? now, times[next]];
  const share = to > from ? (now - from) / (to - from) : 0;
  const [left = 0, right = 0] = [places[next - 1] ?? 0, places[next]];
  return Math.max(0, left + (right - left) * share);
}

function goalOf(key: string, at: number, last: number): number | undefined {
  if (key === 'ArrowLeft' || key === 'ArrowDown') return Math.max(0, at - 1);
  if (key === 'ArrowRight' || key === 'ArrowUp') return Math.min(last, at + 1);
  if (key === 'Home') return 0;
  return key === 'End' ? last : undefined;
}
