import type { ImageDescription, ServerDescription } from './image.ts';

const server = (version: string): ServerDescription => ({
  port: 8080,
  startTime: 1500,
  latency: 8,
  answers: {
    '/': { status: 200, body: `{"service":"shop-api","version":"${version}"}\n` },
    '/api': { status: 200, body: `{"products":[{"id":1,"name":"whale"},{"id":2,"name":"wheel"}]}\n`, latency: 25 },
    '/version': { status: 200, body: `${version}\n`, latency: 2 },
    '/healthz': { status: 200, body: 'ok\n', latency: 1 },
    '/ready': { status: 200, body: 'ready\n', latency: 1 },
  },
  memory: 64 << 20,
  processor: 20,
  work: 4,
  stop: { after: 600, exitCode: 0 },
  greeting: [`shop-api ${version} listening on :8080`],
  portTaken: 'listen tcp :8080: bind: address already in use',
});

const common = {
  repository: 'docker.io/podarium/shop-api',
  size: 31_457_280,
  command: ['shop-api'],
  workingDirectory: '/app',
  directories: ['/app'],
  hasCommands: true,
  programs: { '/usr/local/bin/shop-api': 'server' },
} as const;

/** The interface behind the pages of the demonstration shop, on port 8080. */
export const shopApi: ImageDescription[] = [
  { ...common, tags: ['1.0', 'latest'], servers: { 'shop-api': server('1.0') } },
  { ...common, tags: ['2.0'], servers: { 'shop-api': server('2.0') } },
  { ...common, tags: ['2.0-slow'], servers: { 'shop-api': { ...server('2.0-slow'), startTime: 20_000 } } },
  /** Gives up soon after its start: CrashLoopBackOff. */
  {
    ...common,
    tags: ['2.0-crash'],
    servers: {
      'shop-api': {
        ...server('2.0-crash'),
        startTime: 5_000,
        failure: { after: 1_200, exitCode: 1, log: ['starting', 'fatal: DATABASE_URL is not set'] },
      },
    },
  },
];
