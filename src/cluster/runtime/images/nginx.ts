import type { ImageDescription } from './image.ts';

/** A web server on port 80 that serves files, as the nginx of the recordings does. */
export const nginx: ImageDescription = {
  repository: 'docker.io/library/nginx',
  tags: ['latest', '1.25', '1.26', '1.27', '1.27.0', '1.27-alpine', '1.28', '1.29', 'alpine', 'stable', 'mainline'],
  size: 72_404_038,
  entrypoint: ['/docker-entrypoint.sh'],
  command: ['nginx', '-g', 'daemon off;'],
  hasCommands: true,
  directories: ['/usr/share/nginx', '/usr/share/nginx/html', '/etc/nginx', '/var/log/nginx'],
  files: {
    '/usr/share/nginx/html/index.html':
      '<html><head><title>Welcome to nginx!</title></head><body><h1>Welcome to nginx!</h1></body></html>\n',
    '/usr/share/nginx/html/healthz': 'ok\n',
  },
  programs: {
    '/docker-entrypoint.sh': 'entrypoint',
    '/usr/sbin/nginx': 'server',
    '/usr/bin/curl': 'curl',
    '/bin/bash': 'sh',
  },
  servers: {
    nginx: {
      port: 80,
      startTime: 5,
      latency: 1,
      root: '/usr/share/nginx/html',
      memory: 9 << 20,
      processor: 1,
      stop: { after: 200, exitCode: 0 },
      greeting: [
        '/docker-entrypoint.sh: Configuration complete; ready for start up',
        '{nginx} [notice] 1#1: using the "epoll" event method',
        '{nginx} [notice] 1#1: nginx/1.27.5',
        '{nginx} [notice] 1#1: start worker processes',
      ],
      farewell: ['{nginx} [notice] 1#1: signal 15 (SIGTERM) received, exiting', '{nginx} [notice] 1#1: exit'],
      portTaken: 'nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)',
    },
  },
};
