import type { ImageDescription } from './image.ts';

/** Interpreters: of their languages only what programs.ts of `programs/languages` says is simulated, the rest is refused. */
export const languages: readonly ImageDescription[] = [
  {
    repository: 'docker.io/library/python',
    tags: [
      'latest',
      '3',
      '3.9',
      '3.10',
      '3.11',
      '3.12',
      '3.13',
      '3.14',
      'alpine',
      'slim',
      '3-alpine',
      '3-slim',
      '3.12-alpine',
      '3.12-slim',
      '3.13-alpine',
      '3.13-slim',
    ],
    size: 394_123_456,
    command: ['python3'],
    environment: { LANG: 'C.UTF-8', PYTHON_VERSION: '3.13.7' },
    hasCommands: true,
    programs: {
      '/usr/local/bin/python': 'python',
      '/usr/local/bin/python3': 'python',
      '/usr/bin/curl': 'curl',
      '/bin/bash': 'sh',
    },
  },
  {
    repository: 'docker.io/library/node',
    tags: ['latest', '18', '20', '22', '24', 'lts', 'alpine', 'slim', '20-alpine', '22-alpine', '22-slim', '24-alpine'],
    size: 401_234_567,
    entrypoint: ['docker-entrypoint.sh'],
    command: ['node'],
    environment: { NODE_VERSION: '22.19.0' },
    hasCommands: true,
    programs: {
      '/usr/local/bin/docker-entrypoint.sh': 'entrypoint',
      '/usr/local/bin/node': 'node',
      '/usr/bin/curl': 'curl',
      '/bin/bash': 'sh',
    },
  },
  {
    repository: 'docker.io/library/perl',
    tags: ['latest', '5', '5.34', '5.34.0', '5.36', '5.40', '5.42'],
    size: 336_234_567,
    command: ['perl'],
    hasCommands: true,
    programs: { '/usr/local/bin/perl': 'perl', '/usr/bin/curl': 'curl', '/bin/bash': 'sh' },
  },
  ...['ubuntu', 'debian'].map(
    (name): ImageDescription => ({
      repository: `docker.io/library/${name}`,
      tags:
        name === 'ubuntu'
          ? ['latest', '20.04', '22.04', '24.04']
          : ['latest', '11', '12', '13', 'bookworm', 'bookworm-slim', 'stable', 'trixie'],
      size: 29_700_000,
      command: ['bash'],
      hasCommands: true,
      programs: { '/bin/bash': 'sh', '/usr/bin/perl': 'perl' },
    }),
  ),
];
