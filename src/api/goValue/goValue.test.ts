import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goDiff } from './goDiff.ts';
import { goValue } from './goValue.ts';
import { unifiedDiff } from './unifiedDiff.ts';

/** Applies the hunks of a diff to a text, as patch(1) does; fails where a hunk does not fit. */
function apply(text: string, diff: string): string {
  const lines = text.split('\n');
  const out: string[] = [];
  let at = 0;
  for (const line of diff.split('\n').slice(0, -1)) {
    const head = /^@@ -(\d+)(?:,(\d+))? \+/.exec(line);
    if (head) {
      const start = head[2] === '0' ? Number(head[1]) : Number(head[1]) - 1;
      out.push(...lines.slice(at, start));
      at = start;
    } else if (line.startsWith('+')) out.push(line.slice(1));
    else {
      expect(lines[at]).toBe(line.slice(1));
      if (line.startsWith(' ')) out.push(line.slice(1));
      at++;
    }
  }
  return [...out, ...lines.slice(at)].join('\n');
}

const lines = (minLength: number, maxLength: number) =>
  fc
    .array(fc.constantFrom('a', 'b', 'c', '{', '}'), { minLength, maxLength, size: 'max' })
    .map((all) => all.join('\n'));

describe('a unified diff', () => {
  test('of equal texts is empty', () => {
    fc.assert(fc.property(lines(1, 20), (text) => unifiedDiff(text, text) === ''));
  });

  test('applied to the one text gives the other, whatever they are', () => {
    fc.assert(fc.property(lines(1, 30), lines(1, 30), (a, b) => apply(a, unifiedDiff(a, b)) === b));
  });

  test('does so too where texts are so long that common lines are passed over', () => {
    const long = lines(200, 260);
    fc.assert(
      fc.property(long, long, (a, b) => apply(a, unifiedDiff(a, b)) === b),
      { numRuns: 5 },
    );
  });

  test('has three lines around a change, and one hunk for changes that are near', () => {
    const text = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`);
    const changed = text.with(4, 'five').with(9, 'ten').with(18, 'nineteen');
    expect(unifiedDiff(text.join('\n'), changed.join('\n')).match(/@@.*@@/g)).toEqual([
      '@@ -2,12 +2,12 @@',
      '@@ -16,5 +16,5 @@',
    ]);
  });
});

describe('a value as the API server holds it', () => {
  test('shows every field in the order of the declaration, and null for what is not set', () => {
    expect(goValue('v1.ContainerPort', { containerPort: 80, protocol: 'TCP' })).toEqual({
      Name: '',
      HostPort: 0,
      ContainerPort: 80,
      Protocol: 'TCP',
      HostIP: '',
    });
    expect(goValue('v1.Affinity', {})).toEqual({ NodeAffinity: null, PodAffinity: null, PodAntiAffinity: null });
  });

  test('has the host namespaces in the security context', () => {
    const { SecurityContext } = goValue('v1.PodSpec', { hostNetwork: true }) as { SecurityContext: object };
    expect(SecurityContext).toMatchObject({ HostNetwork: true, HostPID: false, HostUsers: null });
  });

  test('writes selectors and metadata as in API version v1', () => {
    const template = { metadata: { labels: { app: 'web' } }, spec: { volumeName: 'v', selector: { matchLabels: {} } } };
    const value = goValue('v1.PersistentVolumeClaimTemplate', template) as Record<string, object>;
    expect(Object.keys(value)).toEqual(['labels', 'Spec']);
    expect(value.Spec).toMatchObject({ VolumeName: 'v', Selector: { matchLabels: null } });
  });

  test('knows quantities by their canonical text', () => {
    const resources = { limits: { memory: '1024Mi', cpu: '1500m' } };
    expect(JSON.stringify(goValue('v1.ResourceRequirements', resources))).toBe(
      '{"Limits":{"cpu":"1500m","memory":"1Gi"},"Requests":null,"Claims":null}',
    );
  });
});

test('a diff of two values names the fields of the internal struct', () => {
  const before = { volumeName: 'a', storageClassName: 'slow' };
  expect(goDiff('v1.PersistentVolumeClaimSpec', before, { ...before, storageClassName: 'fast' })).toBe(
    [
      '@@ -6,7 +6,7 @@',
      '   "Requests": null',
      '  },',
      '  "VolumeName": "a",',
      '- "StorageClassName": "slow",',
      '+ "StorageClassName": "fast",',
      '  "VolumeMode": null,',
      '  "DataSource": null,',
      '  "DataSourceRef": null,',
      '',
    ].join('\n'),
  );
});
