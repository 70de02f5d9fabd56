import { isAddress } from '../../../src/api/addresses.ts';
import { applyDefaults } from '../../../src/api/defaults/registry.ts';
import * as names from '../../../src/api/names.ts';
import type { ObjectToWrite } from '../../../src/api/objects.ts';
import { resourceOf } from '../../../src/api/resources.ts';
import { invalid } from '../../../src/api/status.ts';
import { validateCreate } from '../../../src/api/validation/registry.ts';
import { readCases, testCases } from './recorded.ts';

type Input = { fn: string; value: string } & Record<'pod' | 'service' | 'deployment' | 'ingress', ObjectToWrite>;

const rules: Record<string, (value: never) => string[]> = {
  IsDNS1123Label: names.isDnsLabel,
  IsDNS1123Subdomain: names.isDnsSubdomain,
  IsDNS1035Label: names.isDns1035Label,
  IsWildcardDNS1123Subdomain: names.isWildcardDnsSubdomain,
  IsQualifiedName: names.isQualifiedName,
  IsValidLabelValue: names.isLabelValue,
  IsEnvVarName: names.isEnvironmentName,
  IsRelaxedEnvVarName: names.isRelaxedEnvironmentName,
  IsValidPortName: names.isPortName,
  IsValidPortNum: names.isPortNumber,
  IsConfigMapKey: names.isConfigMapKey,
  IsHTTPHeaderName: names.isHeaderName,
  IsValidPercent: names.isPercent,
  IsValidPathSegmentName: names.isPathSegment,
  IsValidIP: (value: string) =>
    isAddress(value).map((detail) => `ip: Invalid value: ${JSON.stringify(value)}: ${detail}`),
};

const kinds = { pod: 'pods', service: 'services', deployment: 'deployments', ingress: 'ingresses' } as const;

/** The server fills in the list of a Service's addresses before it validates. */
function withAddresses(object: ObjectToWrite): ObjectToWrite {
  const spec = object.spec as { clusterIP?: string; clusterIPs?: string[] } | undefined;
  return spec?.clusterIP ? { ...object, spec: { clusterIPs: [spec.clusterIP], ...spec } } : object;
}

function complaintsAbout(plural: string, object: ObjectToWrite): string[] {
  const errors = validateCreate(plural, applyDefaults(plural, withAddresses(object)));
  const causes = invalid(resourceOf(plural), '', errors).details?.causes ?? [];
  return causes.map((cause) => `${cause.field}: ${cause.message}`);
}

testCases(readCases<Input, string[]>('names.json'), (input) => {
  const rule = rules[input.fn];
  if (rule) return rule(input.value as never);
  for (const kind of Object.keys(kinds) as (keyof typeof kinds)[])
    if (input[kind]) return complaintsAbout(kinds[kind], input[kind]);
  throw new Error(`no function ${input.fn}`);
});
