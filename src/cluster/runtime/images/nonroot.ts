import type { ImageDescription } from './image.ts';

const common = {
  repository: 'docker.io/library/nonroot',
  size: 1_900_000,
  command: ['sh', '-c', "trap 'exit 0' TERM; while true; do sleep 1; done"],
  hasCommands: true,
  files: { '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000::/home/app:/bin/sh\n' },
} as const;

/** Images whose processes are not root's: `uid` names its user by number, which the kubelet can check, `name` does not. */
export const nonroot: readonly ImageDescription[] = [
  { ...common, tags: ['uid'], user: '1000' },
  { ...common, tags: ['name'], user: 'app' },
];
