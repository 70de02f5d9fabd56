import type { Action, ActionContext } from './action.ts';
import { nextSpeed, speeds } from './speeds.ts';

const hasClock = ({ client }: ActionContext): boolean => client?.clock !== undefined;

/** Steps are taken standing still: the clock pauses first. */
async function step(context: ActionContext, kind: 'stepEvent' | 'stepChange' | 'stepBack'): Promise<void> {
  const clock = context.client?.clock;
  if (!clock) return;
  if (context.clock.running) clock.pause();
  await clock[kind]();
}

export const timeActions: readonly Action[] = [
  {
    id: 'playPause',
    group: 'time',
    title: 'action.playPause',
    titleNow: ({ clock }) => (clock.running ? 'action.pause' : 'action.play'),
    icon: 'play',
    iconNow: ({ clock }) => (clock.running ? 'pause' : 'play'),
    shortcuts: ['Space'],
    enabled: hasClock,
    run({ client, clock }) {
      if (clock.running) client?.clock?.pause();
      else client?.clock?.play();
    },
  },
  {
    id: 'stepEvent',
    group: 'time',
    title: 'action.stepEvent',
    icon: 'stepEvent',
    shortcuts: ['.'],
    enabled: hasClock,
    run: (context) => step(context, 'stepEvent'),
  },
  {
    id: 'stepChange',
    group: 'time',
    title: 'action.stepChange',
    icon: 'stepChange',
    shortcuts: ['Shift+.'],
    enabled: hasClock,
    run: (context) => step(context, 'stepChange'),
  },
  {
    id: 'stepBack',
    group: 'time',
    title: 'action.stepBack',
    icon: 'stepBack',
    shortcuts: [','],
    enabled: (context) => hasClock(context) && context.clock.now > context.clock.earliest,
    run: (context) => step(context, 'stepBack'),
  },
  {
    id: 'faster',
    group: 'time',
    title: 'action.faster',
    icon: 'faster',
    shortcuts: [']'],
    enabled: (context) => hasClock(context) && context.clock.speed < Math.max(...speeds),
    run: ({ client, clock }) => client?.clock?.setSpeed(nextSpeed(clock.speed, 1)),
  },
  {
    id: 'slower',
    group: 'time',
    title: 'action.slower',
    icon: 'slower',
    shortcuts: ['['],
    enabled: (context) => hasClock(context) && context.clock.speed > Math.min(...speeds),
    run: ({ client, clock }) => client?.clock?.setSpeed(nextSpeed(clock.speed, -1)),
  },
];
