import { useEffect } from 'react';
import type { PodInside } from '../../client/client.ts';
import { useInside, wantInside } from '../../store/inside.ts';

/** What the node of a Pod tells of its inside, followed for as long as the component is there. */
export function useInsideOf(uid: string): PodInside | undefined {
  useEffect(() => {
    wantInside('inspector', [uid]);
    return () => wantInside('inspector', []);
  }, [uid]);
  return useInside(({ pods }) => pods.get(uid));
}
