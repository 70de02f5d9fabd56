/** How far the upgrade of a node has come. Plain data. */
export interface Upgrade {
  /** The version that its kubelet is to have: `v1.36.3`. */
  version: string;
  stage: 'draining' | 'installing' | 'starting';
  /** Whether it was cordoned before: then it stays so. */
  wasCordoned: boolean;
}
