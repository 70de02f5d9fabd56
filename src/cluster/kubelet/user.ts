import type { Container, Pod } from '../../api/objects.ts';

type Effective = { runAsUser?: number; runAsGroup?: number; runAsNonRoot?: boolean };

/** What a container's and its Pod's security contexts come to. Source: securitycontext.DetermineEffectiveSecurityContext. */
export function effectiveUser({ securityContext: own }: Container, { spec }: Pick<Pod, 'spec'>): Effective {
  const { runAsUser, runAsGroup, runAsNonRoot } = { ...spec?.securityContext, ...own } as Effective;
  return {
    ...(runAsUser !== undefined && { runAsUser }),
    ...(runAsGroup !== undefined && { runAsGroup }),
    ...(runAsNonRoot !== undefined && { runAsNonRoot }),
  };
}

/** Whom the container's processes run as: by its spec, else by its image; a name counts as unknown, and as 0 here. */
export function userOf(effective: Effective, imageUser: string | undefined): number {
  const { runAsUser } = effective;
  return runAsUser ?? (isNumber(imageUser) ? Number(imageUser) : 0);
}

const isNumber = (text: string | undefined): boolean => text !== undefined && /^\d+$/.test(text);

/**
 * Why a container that is not to be root's cannot be made; `podText` names its Pod. Undefined where it can. Source:
 * verifyRunAsNonRoot of kuberuntime/security_context.go.
 */
export function rootProblem(
  { runAsUser, runAsNonRoot }: Effective,
  imageUser: string | undefined,
  podText: string,
  container: string,
): string | undefined {
  if (!runAsNonRoot) return undefined;
  const where = `(pod: "${podText}", container: ${container})`;
  if (runAsUser !== undefined) {
    return runAsUser === 0 ? `container's runAsUser breaks non-root policy ${where}` : undefined;
  }
  if (imageUser === undefined || imageUser === '' || Number(imageUser) === 0)
    return `container has runAsNonRoot and image will run as root ${where}`;
  if (isNumber(imageUser)) return undefined;
  return `container has runAsNonRoot and image has non-numeric user (${imageUser}), cannot verify user is non-root ${where}`;
}
