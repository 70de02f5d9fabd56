import type { Rollout } from '../../scene/owners/rollout.ts';
import type { OwnerBox } from '../../scene/scene.ts';
import { ownersText as t } from './texts.ts';

/** What an owner is called on the stage. */
export const nameOfOwner = (box: OwnerBox): string => (box.ownerKind === '' ? t('alone') : box.name);

/** How many there are and are ready, of how many that there should be. */
export function countsOf({ facts, ownerKind }: OwnerBox): string {
  const { desired, current, ready, job } = facts;
  if (ownerKind === 'CronJob' && current === 0) return '';
  if (job) {
    const { succeeded, failed, completions } = job;
    const done = completions === undefined ? t('jobOpen', { succeeded }) : t('job', { succeeded, completions });
    return failed > 0 ? `${done} · ${t('failed', { failed })}` : done;
  }
  if (desired === undefined) return t('count', { ready, count: current });
  return t('of', { ready, wanted: desired });
}

function rolloutWords({ state, updated, desired, available }: Rollout): string {
  if (state === 'progressing') return t('progressing', { updated, desired });
  return state === 'unavailable' ? t('unavailable', { available, desired }) : t(state);
}

/** How the rollout of a Deployment stands; a CronJob's schedule; empty for others. */
export const stateOf = (box: OwnerBox): string => statesOf(box)[0] ?? '';

/** The same in several lengths, the longest first. */
export function statesOf({ facts, ownerKind }: OwnerBox): string[] {
  const { rollout, revision, schedule } = facts;
  if (ownerKind === 'CronJob') return [schedule ?? ''];
  if (!rollout) return [''];
  const state = rolloutWords(rollout);
  const counts = `${rollout.available}/${rollout.desired} available`;
  return [...(revision > 0 ? [`${t('revision', { revision })} · ${state}`] : []), state, counts];
}

/** The numbers that bound a rollout, in one of three lengths; empty where nothing rolls. */
export function arithmeticOf({ facts }: OwnerBox): string[] {
  const { rollout } = facts;
  if (!rollout || rollout.state === 'complete') return [];
  const { surge, unavailable, ...numbers } = rollout;
  if (surge === undefined || unavailable === undefined) return [t('recreate')];
  const { current, most, desired, available, least } = numbers;
  return [
    `${t('most', { current, most, desired, surge })} · ${t('least', { available, least, desired, unavailable })}`,
    t('bounds', { current, most, available, least }),
    `${current}≤${most} ${available}≥${least}`,
  ];
}

/** An owner in full words, as a screen reader says it. */
export function sayOwner(box: OwnerBox): string {
  const { facts, ownerKind } = box;
  const { desired, current, ready, rollout, old } = facts;
  const counts = [
    desired === undefined ? t('sayFound', { current, ready }) : t('sayNumbers', { desired, current, ready }),
  ];
  if (facts.job) counts.push(countsOf(box));
  if (ownerKind === 'ReplicaSet' && facts.revision > 0)
    counts.unshift(`${t('revision', { revision: facts.revision })}, ${t(old ? 'old' : 'new')}`);
  if (ownerKind === 'CronJob' && facts.schedule) counts.push(facts.schedule);
  if (rollout) {
    const { updated, available, most, least } = rollout;
    counts.push(t('sayRollout', { state: stateOf(box), updated, available, most, least }));
  }
  if (box.hidden > 0) counts.push(t('more', { count: box.hidden }));
  return ownerKind === ''
    ? `Pods, ${t('alone')} (${box.namespace}), ${counts.join(', ')}`
    : t('say', { kind: ownerKind, name: box.name, counts: counts.join(', ') });
}
