import type { ImageDescription } from './image.ts';

/** The key-value store of the documentation's example of a gRPC probe: it serves clients on port 2379. */
export const etcd: ImageDescription = {
  repository: 'registry.k8s.io/etcd',
  tags: ['3.5.1-0', '3.5.21-0', '3.6.4-0'],
  size: 98_888_614,
  entrypoint: ['etcd'],
  hasCommands: false,
  programs: { '/usr/local/bin/etcd': 'server' },
  servers: {
    etcd: {
      port: 2379,
      startTime: 400,
      latency: 1,
      speaksHttp: false,
      grpcHealth: 'SERVING',
      memory: 24 << 20,
      processor: 4,
      stop: { after: 50, exitCode: 0 },
      greeting: ['ready to serve client requests'],
      portTaken: 'listen tcp 0.0.0.0:2379: bind: address already in use',
    },
  },
};
