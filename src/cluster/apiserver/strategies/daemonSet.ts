import { isSame } from '../../../api/equal.ts';
import type { DaemonSet, Stored } from '../../../api/objects.ts';
import type { Strategy } from './strategy.ts';

const nobody = { currentNumberScheduled: 0, numberMisscheduled: 0, desiredNumberScheduled: 0, numberReady: 0 };
const annotation = 'deprecated.daemonset.template.generation';

const generationOf = ({ metadata }: Stored<DaemonSet>): number => Number(metadata.annotations?.[annotation]) || 0;

function withGeneration(object: Stored<DaemonSet>, generation: number): Stored<DaemonSet> {
  const annotations = { ...object.metadata.annotations, [annotation]: String(generation) };
  return { ...object, metadata: { ...object.metadata, annotations } };
}

/**
 * A DaemonSet carries the generation of its template in an annotation, for clients of an API that is gone. Source:
 * pkg/registry/apps/daemonset/strategy.go.
 */
export const daemonSet: Strategy<Stored<DaemonSet>> = {
  hasStatus: true,
  hasGeneration: true,
  prepareForCreate: (_world, object) => ({
    ...withGeneration(object, Math.max(1, generationOf(object))),
    status: nobody,
  }),
  prepareForUpdate(_world, object, old) {
    const isNewTemplate = !isSame(object.spec?.template, old.spec?.template);
    return withGeneration(object, generationOf(old) + (isNewTemplate ? 1 : 0));
  },
};
