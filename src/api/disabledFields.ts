import { mapShared } from './defaults/share.ts';
import type { Container, EphemeralContainer, ObjectToWrite, PodSpec, Volume, VolumeProjection } from './objects.ts';
import { changePodSpec } from './podSpecOf.ts';

/** ClusterTrustBundleProjection, PodCertificateRequest. */
function projection(source: VolumeProjection): VolumeProjection {
  const { clusterTrustBundle, podCertificate, ...rest } = source;
  return clusterTrustBundle || podCertificate ? rest : source;
}

function volume(given: Volume): Volume {
  if (!given.projected?.sources) return given;
  const sources = mapShared(given.projected.sources, projection);
  return sources === given.projected.sources ? given : { ...given, projected: { ...given.projected, sources } };
}

/** ContainerStopSignals. */
function container<T extends Container | EphemeralContainer>(given: T): T {
  if (given.lifecycle?.stopSignal === undefined) return given;
  const { lifecycle, ...rest } = given;
  const { stopSignal: _, ...hooks } = lifecycle ?? {};
  return (Object.keys(hooks).length > 0 ? { ...rest, lifecycle: hooks } : rest) as T;
}

function podSpec(given: PodSpec): PodSpec {
  // GenericWorkload
  const { schedulingGroup, ...rest } = given;
  const spec: PodSpec = schedulingGroup ? rest : given;
  const out: PodSpec = { ...spec, containers: mapShared(spec.containers, container) };
  if (spec.volumes) out.volumes = mapShared(spec.volumes, volume);
  if (spec.initContainers) out.initContainers = mapShared(spec.initContainers, container);
  if (spec.ephemeralContainers) out.ephemeralContainers = mapShared(spec.ephemeralContainers, container);
  const isSame = (Object.keys(out) as (keyof PodSpec)[]).every((name) => out[name] === spec[name]);
  return isSame ? spec : out;
}

/**
 * The object without the fields of Pods whose feature gates are off in 1.36: the server drops them without a word.
 * Source: pkg/api/pod/util.go dropDisabledFields.
 */
export const withoutDisabledFields = <T extends ObjectToWrite>(plural: string, object: T): T =>
  changePodSpec(plural, object, podSpec);
