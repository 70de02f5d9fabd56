import type { Job, Stored } from '../../../api/objects.ts';
import type { Strategy } from './strategy.ts';

const uidLabel = 'batch.kubernetes.io/controller-uid';

/** A Job gets a selector of its own, out of its uid, unless the user brings one. Source: pkg/registry/batch/job/strategy.go. */
export const job: Strategy<Stored<Job>> = {
  hasStatus: true,
  hasGeneration: true,
  prepareForCreate(_world, object) {
    const { spec, metadata } = object;
    const status = {};
    if (!spec || spec.manualSelector) return { ...object, status };
    const { uid, name } = metadata;
    const generated = {
      [uidLabel]: uid,
      'batch.kubernetes.io/job-name': name,
      'controller-uid': uid,
      'job-name': name,
    };
    const { template, selector } = spec;
    const given = template?.metadata?.labels;
    const labels = { ...generated, ...given };
    return {
      ...object,
      // Where its defaults were those of the template both are one map, in Go as here: these are the Job's own, too.
      ...(given && metadata.labels === given && { metadata: { ...metadata, labels } }),
      spec: {
        ...spec,
        selector: { ...selector, matchLabels: { [uidLabel]: uid, ...selector?.matchLabels } },
        template: { ...template, metadata: { ...template?.metadata, labels } },
      },
      status,
    };
  },
  /** A Job without labels gets those of its template when it is stored, and nobody looks at them before. */
  complete(object) {
    const { metadata, spec } = object;
    const labels = spec?.template?.metadata?.labels;
    const isUnlabelled = Object.keys(metadata.labels ?? {}).length === 0;
    return labels && isUnlabelled ? { ...object, metadata: { ...metadata, labels } } : object;
  },
};
