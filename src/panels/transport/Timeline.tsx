import { useEffect, useRef, useState } from 'react';
import { t, useLanguage } from '../../i18n/i18n.ts';
import { useClock } from '../../store/clock.ts';
import { listMoments, type Moment } from '../../store/moments.ts';
import { useSelection } from '../../store/selection.ts';
import { useSession } from '../../store/session.ts';
import { elapsedText } from '../ui/time.ts';
import { momentText } from './momentText.ts';
import { markText, type TimelineScale, timelineScale } from './timelineScale.ts';
import './timeline.css';

/** The strip of time: notable moments as ticks, the present as a line. Clicked, dragged or walked with the keys to seek. */
export function Timeline() {
  useLanguage();
  const strip = useRef<HTMLDivElement>(null);
  const width = useWidth(strip);
  const clock = useClock();
  const seeking = useSeek();
  const [pointed, setPointed] = useState<number | undefined>();
  const scale = timelineScale(clock.start, clock.earliest, Math.max(clock.latest, clock.now), Math.max(2, width / 90));
  const span = scale.to - scale.from;
  const percent = (time: number) => `${((time - scale.from) / span) * 100}%`;
  const timeAt = (clientX: number): number => {
    const box = strip.current?.getBoundingClientRect();
    const share = box ? Math.min(1, Math.max(0, (clientX - box.left) / box.width)) : 0;
    return Math.round(scale.from + share * span);
  };
  const near = pointed === undefined ? undefined : nearest(pointed, (span / width) * 5);
  return (
    <div className="timeline">
      <div
        ref={strip}
        className="timeline-strip"
        role="slider"
        tabIndex={0}
        aria-label={t('timeline.title')}
        aria-valuemin={0}
        aria-valuemax={Math.round((clock.latest - clock.start) / 1000)}
        aria-valuenow={Math.round((clock.now - clock.start) / 1000)}
        aria-valuetext={t('timeline.value', {
          now: elapsedText(clock.now - clock.start),
          latest: elapsedText(clock.latest - clock.start),
        })}
        aria-description={t('timeline.hint')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          seeking(near?.at ?? timeAt(event.clientX));
          if (near) useSelection.getState().select({ resource: near.resource, key: near.key, uid: near.uid });
        }}
        onPointerMove={(event) => {
          setPointed(timeAt(event.clientX));
          if (event.buttons & 1) seeking(timeAt(event.clientX));
        }}
        onPointerLeave={() => setPointed(undefined)}
        onKeyDown={(event) => {
          const goal = keyGoal(event.key, event.ctrlKey || event.metaKey);
          if (goal === undefined) return;
          event.preventDefault();
          seeking(Math.max(clock.earliest, goal));
        }}
      >
        <div
          className="timeline-lived"
          style={{ left: percent(clock.earliest), right: `calc(100% - ${percent(clock.now)})` }}
        />
        <div
          className="timeline-ahead"
          style={{ left: percent(clock.now), right: `calc(100% - ${percent(clock.latest)})` }}
        />
        {scale.marks.map((mark) => (
          <span key={mark} className="timeline-mark" data-edge={edgeOf(mark, scale)} style={{ left: percent(mark) }}>
            {markText(mark - clock.start)}
          </span>
        ))}
        <Ticks scale={scale} width={width} />
        <div className="timeline-now" style={{ left: percent(clock.now) }} />
        {pointed !== undefined && (
          <div className="timeline-pointed" style={{ left: percent(near?.at ?? pointed) }}>
            <span className={`timeline-note ${(pointed - scale.from) / span > 0.6 ? 'timeline-note-left' : ''}`}>
              <b>{elapsedText((near?.at ?? pointed) - clock.start)}</b>
              {near && <span>{momentText(near)}</span>}
            </span>
          </div>
        )}
      </div>
    </div>
  );
}

/** A mark at an end of the strip is written inwards. */
function edgeOf(mark: number, { from, to }: TimelineScale): 'start' | 'end' | undefined {
  const share = (mark - from) / (to - from);
  return share < 0.01 ? 'start' : share > 0.99 ? 'end' : undefined;
}

/** The ticks as one path of each kind, each with its own height and shape; several in one pixel are one. */
function Ticks({ scale, width }: { scale: TimelineScale; width: number }) {
  const shapes = { podCreated: new Set<number>(), podDeleted: new Set<number>(), warning: new Set<number>() };
  for (const { at, kind } of listMoments()) {
    if (at >= scale.from && at <= scale.to) {
      shapes[kind].add(Math.round(((at - scale.from) / (scale.to - scale.from)) * width * 2) / 2);
    }
  }
  const path = (kind: keyof typeof shapes, mark: string) => [...shapes[kind]].map((x) => `M${x} ${mark}`).join('');
  return (
    <svg className="timeline-ticks" width={width} height="32" aria-hidden="true">
      <path className="tick-created" d={path('podCreated', '19v-7')} />
      <path className="tick-deleted" d={path('podDeleted', '23v7')} />
      <path className="tick-warning" d={path('warning', '1l3.5 4.5l-3.5 4.5l-3.5 -4.5z')} />
    </svg>
  );
}

function nearest(time: number, within: number): Moment | undefined {
  let best: Moment | undefined;
  for (const moment of listMoments()) {
    const distance = Math.abs(moment.at - time);
    if (distance <= within && (!best || distance <= Math.abs(best.at - time))) best = moment;
  }
  return best;
}

function keyGoal(key: string, toMoment: boolean): number | undefined {
  const { now, earliest, latest } = useClock.getState();
  if (toMoment && (key === 'ArrowRight' || key === 'ArrowLeft')) {
    const times = listMoments().map(({ at }) => at);
    return key === 'ArrowRight'
      ? Math.min(...times.filter((at) => at > now), latest)
      : Math.max(...times.filter((at) => at < now), earliest);
  }
  const steps: Record<string, number> = {
    ArrowRight: now + 1000,
    ArrowLeft: now - 1000,
    PageUp: now + 10_000,
    PageDown: now - 10_000,
    Home: earliest,
    End: latest,
  };
  return steps[key];
}

/** Seeks; while one seek is under way only the last wish is kept. */
function useSeek(): (time: number) => void {
  const clock = useSession((session) => session.client?.clock);
  const state = useRef<{ busy: boolean; wanted: number | undefined }>({ busy: false, wanted: undefined });
  return (time) => {
    state.current.wanted = time;
    if (state.current.busy || !clock) return;
    state.current.busy = true;
    void (async () => {
      try {
        while (state.current.wanted !== undefined) {
          const goal = state.current.wanted;
          state.current.wanted = undefined;
          await clock.seek(goal);
        }
      } finally {
        state.current.busy = false;
      }
    })();
  };
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const box = element.current;
    if (!box) return;
    const observer = new ResizeObserver(() => setWidth(box.clientWidth));
    observer.observe(box);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
