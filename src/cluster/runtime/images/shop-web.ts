import type { ImageDescription, ServerDescription } from './image.ts';

const page = (version: string): string =>
  `<html><head><title>Shop</title></head><body><h1>Shop ${version}</h1></body></html>\n`;

const server = (version: string): ServerDescription => ({
  port: 8080,
  startTime: 800,
  latency: 12,
  answers: {
    '/': { status: 200, body: page(version) },
    '/version': { status: 200, body: `${version}\n`, latency: 2 },
    '/healthz': { status: 200, body: 'ok\n', latency: 1 },
    '/ready': { status: 200, body: 'ready\n', latency: 1 },
  },
  memory: 42 << 20,
  processor: 15,
  stop: { after: 400, exitCode: 0 },
  greeting: [`shop-web ${version} listening on :8080`],
  portTaken: 'Error: listen EADDRINUSE: address already in use 0.0.0.0:8080',
});

const common = {
  repository: 'docker.io/podarium/shop-web',
  size: 48_210_944,
  command: ['shop-web'],
  workingDirectory: '/app',
  directories: ['/app'],
  hasCommands: true,
  programs: { '/usr/local/bin/shop-web': 'server' },
} as const;

/** The pages of the demonstration shop, on port 8080. */
export const shopWeb: ImageDescription[] = [
  { ...common, tags: ['1.0', 'latest'], servers: { 'shop-web': server('1.0') } },
  { ...common, tags: ['2.0'], servers: { 'shop-web': server('2.0') } },
  /** Takes a quarter of a minute until it listens. */
  { ...common, tags: ['2.0-slow'], servers: { 'shop-web': { ...server('2.0-slow'), startTime: 15_000 } } },
  /** Listens, but is never well. */
  {
    ...common,
    tags: ['2.0-broken'],
    servers: {
      'shop-web': {
        ...server('2.0-broken'),
        answers: {
          '/': { status: 500, body: 'internal error\n' },
          '/healthz': { status: 500, body: 'cannot read the catalogue\n', latency: 1 },
          '/ready': { status: 503, body: 'cannot read the catalogue\n', latency: 1 },
        },
      },
    },
  },
];
