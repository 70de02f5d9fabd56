import type { ImageDescription } from './image.ts';

/** A key-value store on port 6379; connections are accepted, of its protocol the simplest commands. */
export const redis: ImageDescription = {
  repository: 'docker.io/library/redis',
  tags: ['latest', '6', '7', '7.2', '7.4', '8', 'alpine', '7-alpine'],
  size: 45_806_121,
  entrypoint: ['docker-entrypoint.sh'],
  command: ['redis-server'],
  workingDirectory: '/data',
  hasCommands: true,
  directories: ['/data'],
  programs: {
    '/usr/local/bin/docker-entrypoint.sh': 'entrypoint',
    '/usr/local/bin/redis-server': 'server',
    '/usr/local/bin/redis-cli': 'redis-cli',
    '/bin/bash': 'sh',
  },
  servers: {
    'redis-server': {
      port: 6379,
      startTime: 20,
      latency: 1,
      speaksHttp: false,
      memory: 10 << 20,
      processor: 2,
      stop: { after: 100, exitCode: 0 },
      protocol: 'redis',
      greeting: ['{pid}:M {redis} * Server initialized', '{pid}:M {redis} * Ready to accept connections tcp'],
      farewell: [
        '{pid}:signal-handler (1) Received SIGTERM scheduling shutdown...',
        '{pid}:M {redis} # Redis is now ready to exit, bye bye...',
      ],
      portTaken: 'Could not create server TCP listening socket *:6379: bind: Address already in use',
    },
  },
};
