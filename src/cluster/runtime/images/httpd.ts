import type { ImageDescription } from './image.ts';

/** Apache's web server on port 80. */
export const httpd: ImageDescription = {
  repository: 'docker.io/library/httpd',
  tags: ['latest', '2', '2.4', '2.4-alpine'],
  size: 63_123_456,
  command: ['httpd-foreground'],
  hasCommands: true,
  directories: ['/usr/local/apache2', '/usr/local/apache2/htdocs'],
  files: { '/usr/local/apache2/htdocs/index.html': '<html><body><h1>It works!</h1></body></html>\n' },
  programs: { '/usr/local/bin/httpd-foreground': 'server', '/bin/bash': 'sh' },
  servers: {
    'httpd-foreground': {
      port: 80,
      startTime: 60,
      latency: 1,
      root: '/usr/local/apache2/htdocs',
      memory: 24 << 20,
      processor: 1,
      stop: { after: 200, exitCode: 0 },
      greeting: [
        "AH00558: httpd: Could not reliably determine the server's fully qualified domain name, using {ip}. Set the 'ServerName' directive globally to suppress this message",
        '[{apache}] [mpm_event:notice] [pid 1:tid 1] AH00489: Apache/2.4.65 (Unix) configured -- resuming normal operations',
        "[{apache}] [core:notice] [pid 1:tid 1] AH00094: Command line: 'httpd -D FOREGROUND'",
      ],
      farewell: ['[{apache}] [mpm_event:notice] [pid 1:tid 1] AH00491: caught SIGTERM, shutting down'],
      portTaken: '(98)Address already in use: AH00072: make_sock: could not bind to address 0.0.0.0:80',
    },
  },
};
