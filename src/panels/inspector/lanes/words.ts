import { resourceOf } from '../../../api/resources.ts';
import { say } from '../../../i18n/inspector.ts';
import type { Lane, LaneChange } from '../../../scene/lanes/podLanes.ts';
import { causesOf } from '../../../store/causes.ts';
import { messageOfRevision } from '../../../store/messages.ts';

/** Who made a change, or why that is not known. */
export function actorText({ actor, found }: LaneChange): string {
  if (actor === 'you') return say('why.user');
  return actor ?? say(found ? 'history.found' : 'history.unknown');
}

/** What somebody else had written that led to the change; undefined where that is not known, or was nobody. */
export function causeText({ revision, found }: LaneChange): string | undefined {
  const write = found ? undefined : messageOfRevision(revision);
  const cause = write && causesOf(write).find(({ actor }) => actor !== write.actor);
  if (!cause) return undefined;
  const actor = cause.actor === 'you' ? say('why.user') : cause.actor;
  return say('history.because', { actor, object: `${resourceOf(cause.resource).kind} ${cause.key}` });
}

/** `Ready: True → False (ContainersNotReady)`: everything that came to stand otherwise. */
export function newsTexts({ news, gone }: LaneChange): string[] {
  const texts = news.map(({ lane, from, to }) => `${laneName(lane)}: ${from === undefined ? to : `${from} → ${to}`}`);
  return gone ? [...texts, say('history.gone')] : texts;
}

export const laneName = ({ name }: Pick<Lane, 'name'>): string => name;
