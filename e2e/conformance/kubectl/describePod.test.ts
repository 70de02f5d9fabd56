import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Event, KubernetesObject, Pod, Probe } from '../../../src/api/objects.ts';
import { fromTimestamp } from '../../../src/cluster/world/time.ts';
import { describeProbe } from '../../../src/kubectl/describe/container.ts';
import { describePod } from '../../../src/kubectl/describe/pod.ts';

interface Recorded {
  name: string;
  objects: (Pod & KubernetesObject)[];
  command: string;
  at: string;
  stdout: string;
}
const read = (file: string) => JSON.parse(readFileSync(`e2e/conformance/recordings/${file}`, 'utf8'));
const recorded: Recorded[] = read('api/describe-pods.json');

describe('describe pod, as the real kubectl prints it', () => {
  const single = recorded.filter((one) => one.objects.filter((object) => object.kind === 'Pod').length === 1);

  it.each(single.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const pod = one.objects.find((object) => object.kind === 'Pod')!;
    const events = one.objects
      .filter((object) => object.kind === 'Event')
      .map((object) => object as unknown as Event)
      .filter((event) => event.involvedObject.uid === pod.metadata.uid)
      .sort((a, b) => (String(a.metadata.name) < String(b.metadata.name) ? -1 : 1));
    expect(describePod(pod, events, fromTimestamp(one.at))).toBe(one.stdout);
  });

  const functions: { name: string; in: { fn: string; probe: Probe }; out: string }[] = read('functions/printing.json');
  it.each(functions.filter((one) => one.in.fn === 'DescribeProbe').map((one) => [one.name, one] as const))(
    '%s',
    (_, one) => {
      expect(describeProbe(one.in.probe)).toBe(one.out);
    },
  );
});
