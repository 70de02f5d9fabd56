import { type Resource, resources } from '../../../../../api/resources.ts';
import { countName, type Evaluator, objectCount } from './evaluator.ts';
import { persistentVolumeClaims } from './persistentVolumeClaims.ts';
import { pods } from './pods.ts';
import { services } from './services.ts';

/** Older names under which objects are counted too. */
const aliases = ['configmaps', 'replicationcontrollers', 'resourcequotas', 'secrets'];

const own: Record<string, Evaluator> = { pods, services, persistentvolumeclaims: persistentVolumeClaims };

function evaluatorFor(resource: Resource): Evaluator {
  const alias = aliases.filter((name) => resource.plural === name);
  return own[resource.plural] ?? objectCount(countName(resource), ...alias);
}

/** By resource; Events and what has no namespace are not counted. */
export const evaluators: ReadonlyMap<string, Evaluator> = new Map(
  resources
    .filter(({ namespaced, plural }) => namespaced && plural !== 'events')
    .map((resource) => [resource.plural, evaluatorFor(resource)]),
);
