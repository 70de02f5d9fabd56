import type { ImageDescription } from './image.ts';

/** The test server of Kubernetes' own end-to-end tests; its first argument says what it does. */
export const agnhost: readonly ImageDescription[] = [
  {
    repository: 'registry.k8s.io/e2e-test-images/agnhost',
    tags: ['2.21', '2.32', '2.36', '2.39', '2.40', '2.43', '2.45', '2.47', '2.52', '2.53', '2.55', '2.56'],
    size: 51_370_000,
    entrypoint: ['/agnhost'],
    command: ['pause'],
    hasCommands: true,
    programs: { '/agnhost': 'agnhost', '/usr/bin/curl': 'curl' },
  },
];
