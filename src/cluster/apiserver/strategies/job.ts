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
      // Where those of its template have become its own: also these.
      ...(hasLabelsOfTemplate(object) && { metadata: { ...metadata, labels: { ...generated, ...metadata.labels } } }),
      spec: {
        ...spec,
        selector: { ...selector, matchLabels },
        template: { ...template, metadata: { ...template?.metadata, labels } },
      },
      status,
    };
  },
  /** A Job without labels gets those of its template when it is stored, and nobody looks at them before. */
  allocate(_world, object) {
    const { metadata, spec } = object;
    const labels = spec?.template?.metadata?.labels;
    return labels && isEmpty(metadata.labels) ? { ...object, metadata: { ...metadata, labels } } : object;
  },
};

const isEmpty = (labels: object | undefined) => Object.keys(labels ?? {}).length === 0;

function hasLabelsOfTemplate({ metadata, spec }: Stored<Job>): boolean {
  const own = metadata.labels ?? {};
  const others = spec?.template?.metadata?.labels ?? {};
  return !isEmpty(own) && Object.keys(own).every((key) => own[key] === others[key]);
}
