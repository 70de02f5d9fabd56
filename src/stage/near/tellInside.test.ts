import { expect, it } from 'vitest';
import { openPod } from '../../scene/near/openPod.ts';
import { insideOf, podOf } from '../../scene/near/testing/rich.ts';
import { tellInside } from './tellInside.ts';

const pod = podOf({ init: 1, main: 2, volumes: 1 });

it('says in words all that the picture of an opened Pod shows', () => {
  const { containers, pod: whole } = tellInside(openPod(pod, insideOf(pod)), 2000);
  expect(whole).toEqual([
    'Container init-0, image nginx:1.29, Completed, 2 restarts',
    'Port 8080: container main-0 listens',
    'Port 8081: container main-1 listens',
    'Container main-1 talks to main-0 at localhost:8080',
    'Volume volume-0, emptyDir, mounted: init-0 /mnt/volume-0, main-0 /mnt/volume-0, main-1 /mnt/volume-0, files: a.txt +2',
  ]);
  expect(containers.get('main-0')).toEqual([
    'readiness probe, Failure: 4 of 4 failures in a row, asks again in 3 s',
    'Memory 9Mi/64Mi',
    'CPU 120m/500m',
    'Process 1: nginx -g daemon off;',
    'Log: line 7',
  ]);
});
