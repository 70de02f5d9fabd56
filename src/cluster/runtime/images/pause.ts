import type { ImageDescription } from './image.ts';

/** What holds a Pod's namespaces: does nothing, ends at SIGTERM. */
export const pause: ImageDescription = {
  repository: 'registry.k8s.io/pause',
  tags: ['3.9', '3.10', '3.10.1'],
  size: 320_368,
  entrypoint: ['/pause'],
  hasCommands: false,
  programs: { '/pause': 'server' },
  servers: {
    pause: { startTime: 1, latency: 1, memory: 300 << 10, processor: 0, stop: { after: 1, exitCode: 0 } },
  },
};
