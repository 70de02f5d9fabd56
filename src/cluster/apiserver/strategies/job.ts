import type { Job, Stored } from '../../../api/objects.ts';
import type { Strategy } from './strategy.ts';

/** A Job gets a selector of its own, out of its uid, unless the user brings one. Source: pkg/registry/batch/job/strategy.go. */
export const job: Strategy<Stored<Job>> = {
  hasStatus: true,
  hasGeneration: true,
  prepareForCreate(_world, object) {
    const { spec, metadata } = object;
    const status = {};
    if (!spec || spec.manualSelector) return { ...object, status };
    const uid = metadata.uid;
    const generated = {
      'batch.kubernetes.io/controller-uid': uid,
      'batch.kubernetes.io/job-name': metadata.name,
      'controller-uid': uid,
      'job-name': metadata.name,
    };
    const { template, selector } = spec;
    const labels = { ...generated, ...template?.metadata?.labels };
    const matchLabels = { ...selector?.matchLabels, 'batch.kubernetes.io/controller-uid': uid };
    return {
      ...object,
      // Where the Job had no labels, those of its template have become its own: also these.
      ...(hasLabelsOfTemplate(object) && { metadata: { ...metadata, labels: { ...generated, ...metadata.labels } } }),
      spec: {
        ...spec,
        selector: { ...selector, matchLabels },
        template: { ...template, metadata: { ...template?.metadata, labels } },
      },
      status,
    };
  },
};

function hasLabelsOfTemplate({ metadata, spec }: Stored<Job>): boolean {
  const own = metadata.labels ?? {};
  const others = spec?.template?.metadata?.labels ?? {};
  return Object.keys(own).every((key) => own[key] === others[key]);
}
