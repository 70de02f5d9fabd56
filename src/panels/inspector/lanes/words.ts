import { t } from '../../../i18n/i18n.ts';
import type { Lane, LaneChange } from '../../../scene/lanes/podLanes.ts';

/** Who made a change, or why that is not known. */
export function actorText({ actor, found }: LaneChange): string {
  if (actor === 'you') return t('why.user');
  return actor ?? t(found ? 'history.found' : 'history.unknown');
}

/** `Ready: True → False (ContainersNotReady)`: everything that came to stand otherwise. */
export function newsTexts({ news, gone }: LaneChange): string[] {
  const texts = news.map(({ lane, from, to }) => `${laneName(lane)}: ${from === undefined ? to : `${from} → ${to}`}`);
  return gone ? [...texts, t('history.gone')] : texts;
}

export const laneName = ({ name }: Pick<Lane, 'name'>): string => name;
