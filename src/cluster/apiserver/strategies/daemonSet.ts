import type { DaemonSet, Stored } from '../../../api/objects.ts';
import type { Strategy } from './strategy.ts';

const nobody = { currentNumberScheduled: 0, numberMisscheduled: 0, desiredNumberScheduled: 0, numberReady: 0 };
const annotation = 'deprecated.daemonset.template.generation';

/** A DaemonSet carries the generation of its template in an annotation, for clients of an API that is gone. */
export const daemonSet: Strategy<Stored<DaemonSet>> = {
  hasStatus: true,
  hasGeneration: true,
  prepareForCreate: (_world, object) => ({
    ...object,
    metadata: { ...object.metadata, annotations: { ...object.metadata.annotations, [annotation]: '1' } },
    status: nobody,
  }),
  prepareForUpdate(_world, object, old) {
    const before = Number(old.metadata.annotations?.[annotation] ?? 1);
    const isSameTemplate = JSON.stringify(object.spec?.template) === JSON.stringify(old.spec?.template);
    const generation = String(isSameTemplate ? before : before + 1);
    const annotations = { ...object.metadata.annotations, [annotation]: generation };
    return { ...object, metadata: { ...object.metadata, annotations } };
  },
};
