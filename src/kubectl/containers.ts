import type { Pod } from '../api/objects.ts';
import { mistake } from './errors.ts';
import type { Session } from './session.ts';

/**
 * The container that `logs` and `exec` mean: the one named, the one that the Pod's annotation says, or the first, which
 * is told. Source: k8s.io/kubectl util/podcmd.FindOrDefaultContainerByName.
 */
export function chooseContainer(session: Session, pod: Pod, wanted: string | undefined, isQuiet = false): string {
  const { spec, metadata } = pod;
  const main = (spec?.containers ?? []).map((container) => container.name);
  const init = (spec?.initContainers ?? []).map((container) => container.name);
  const ephemeral = (spec?.ephemeralContainers ?? []).map((container) => container.name);
  const all = [...main, ...ephemeral.map((name) => `${name} (ephem)`), ...init.map((name) => `${name} (init)`)].join(
    ', ',
  );
  if (wanted !== undefined) {
    if ([...main, ...init, ...ephemeral].includes(wanted)) return wanted;
    throw mistake(`container ${wanted} is not valid for pod ${metadata?.name} out of: ${all}`);
  }
  const annotated = metadata?.annotations?.['kubectl.kubernetes.io/default-container'];
  if (annotated !== undefined && main.includes(annotated)) return annotated;
  const [first = ''] = main;
  if (main.length + init.length + ephemeral.length > 1 && !isQuiet)
    session.err(`Defaulted container "${first}" out of: ${all}\n`);
  return first;
}
