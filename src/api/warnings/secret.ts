import { decodeBase64Bytes } from '../base64.ts';
import type { Secret, ServiceAccount } from '../objects.ts';
import { refusedKeyPair } from '../tls/keyPair.ts';
import { fromUtf8 } from '../utf8.ts';

/** A certificate that does not go with its key. Source: pkg/registry/core/secret/strategy.go. */
export function warningsForSecret({ type, data = {} }: Secret): string[] {
  if (type !== 'kubernetes.io/tls') return [];
  const textOf = (key: string) => fromUtf8(decodeBase64Bytes(data[key] ?? ''));
  const why = refusedKeyPair(textOf('tls.crt'), textOf('tls.key'));
  return why === undefined ? [] : [why];
}

const enforce = 'kubernetes.io/enforce-mountable-secrets';

/** Whoever begins to use an annotation that is on its way out is told. Source: pkg/registry/core/serviceaccount/strategy.go. */
export function warningsForServiceAccount(account: ServiceAccount, old: ServiceAccount | undefined): string[] {
  const isThere = ({ metadata }: ServiceAccount) => metadata?.annotations?.[enforce] !== undefined;
  if (!isThere(account) || (old && isThere(old))) return [];
  return [
    `metadata.annotations[${enforce}]: deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets`,
  ];
}
