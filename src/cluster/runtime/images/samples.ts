import type { ImageDescription, ServerDescription } from './image.ts';

const server = (port: number, body: string, greeting: string[] = []): ServerDescription => ({
  port,
  startTime: 30,
  latency: 1,
  otherwise: { status: 200, body },
  memory: 12 << 20,
  processor: 1,
  stop: { after: 1, exitCode: 2 },
  greeting,
});

const hello = (version: string): ServerDescription =>
  server(8080, `Hello, world!\nVersion: ${version}.0.0\nHostname: {hostname}\n`, [
    '{nginx} Server listening on port 8080',
  ]);

/** The small servers that tutorials of the Kubernetes documentation run. */
export const samples: readonly ImageDescription[] = [
  ...(['1', '2'] as const).flatMap((version): ImageDescription[] =>
    ['gcr.io/google-samples/hello-app', 'us-docker.pkg.dev/google-samples/containers/gke/hello-app'].map(
      (repository) => ({
        repository,
        tags: [`${version}.0`],
        size: 8_500_000 + Number(version),
        entrypoint: ['/hello-app'],
        hasCommands: true,
        programs: { '/hello-app': 'server' },
        servers: { 'hello-app': hello(version) },
      }),
    ),
  ),
  {
    repository: 'gcr.io/google-samples/node-hello',
    tags: ['1.0'],
    size: 263_000_000,
    command: ['/server'],
    hasCommands: true,
    programs: { '/server': 'server' },
    servers: { server: server(8080, 'Hello Kubernetes!') },
  },
  {
    // Each request takes a fifth of a second of processor time: what the autoscaler's walkthrough scales.
    repository: 'registry.k8s.io/hpa-example',
    tags: ['latest'],
    size: 166_000_000,
    command: ['apache2-foreground'],
    hasCommands: true,
    programs: { '/usr/local/bin/apache2-foreground': 'server' },
    servers: {
      'apache2-foreground': {
        ...server(80, 'OK!'),
        startTime: 200,
        latency: 100,
        work: 100,
        stop: { after: 100, exitCode: 0 },
      },
    },
  },
  {
    repository: 'docker.io/hashicorp/http-echo',
    tags: ['latest', '0.2.3', '1.0', '1.0.0'],
    size: 3_000_000,
    entrypoint: ['/http-echo'],
    hasCommands: false,
    programs: { '/http-echo': 'http-echo' },
  },
  {
    repository: 'docker.io/traefik/whoami',
    tags: ['latest', 'v1.10', 'v1.11'],
    size: 2_900_000,
    entrypoint: ['/whoami'],
    hasCommands: false,
    programs: { '/whoami': 'server' },
    servers: {
      whoami: server(80, 'Hostname: {hostname}\nIP: 127.0.0.1\nIP: {ip}\n', ['{nginx} Starting up on port 80']),
    },
  },
];
