import type { ImageDescription } from './image.ts';

/** A small Linux. */
export const alpine: ImageDescription = {
  repository: 'docker.io/library/alpine',
  tags: ['latest', '3', '3.18', '3.19', '3.20', '3.21', '3.22'],
  size: 3_626_897,
  command: ['/bin/sh'],
  hasCommands: true,
};
