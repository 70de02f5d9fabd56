import type { ImageDescription } from './image.ts';

/** curl with a shell around it. */
export const curl: ImageDescription = {
  repository: 'docker.io/curlimages/curl',
  tags: ['latest', '8.8.0', '8.10.1', '8.12.1'],
  size: 9_234_567,
  entrypoint: ['/entrypoint.sh'],
  command: ['curl'],
  workingDirectory: '/home/curl_user',
  directories: ['/home', '/home/curl_user'],
  hasCommands: true,
  programs: { '/entrypoint.sh': 'entrypoint', '/usr/bin/curl': 'curl' },
};
