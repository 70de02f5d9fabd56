import type { ReplicationController } from '../objects.ts';
import { defaultTemplate } from './workloads.ts';

const isEmpty = (map: object | undefined) => Object.keys(map ?? {}).length === 0;

/** A ReplicationController with its defaults: the template's labels serve as its own and as its selector. */
export function defaultReplicationController(controller: ReplicationController): ReplicationController {
  const { spec, metadata } = controller;
  const labels = spec?.template?.metadata?.labels;
  const out: ReplicationController = {
    ...controller,
    spec: {
      ...spec,
      replicas: spec?.replicas ?? 1,
      ...(spec?.template && { template: defaultTemplate(spec.template) }),
      ...(labels && isEmpty(spec?.selector) && { selector: labels as typeof spec.selector }),
    },
  };
  if (labels && isEmpty(metadata?.labels)) out.metadata = { ...metadata, labels };
  return out;
}
