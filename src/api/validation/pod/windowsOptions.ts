import { byteLength, isDnsSubdomain } from '../../names.ts';
import type { WindowsSecurityContextOptions } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { complaints } from '../errors.ts';

const kibibytesOfCredentialSpec = 64;
const longestDomain = 256;
const longestUser = 104;

const netBiosName = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
const dnsLabel = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const dnsName = new RegExp(`^${dnsLabel}(?:\\.${dnsLabel})*$`);
const isControl = (character: string) => character < ' ' || character === '\u007f';

function credentialSpecComplaints(spec: string): string[] {
  if (spec === '') return ['gmsaCredentialSpec cannot be an empty string'];
  return byteLength(spec) > kibibytesOfCredentialSpec * 1024
    ? [`gmsaCredentialSpec size must be under ${kibibytesOfCredentialSpec} KiB`]
    : [];
}

function domainComplaints(domain: string): string[] {
  return [
    ...(byteLength(domain) >= longestDomain
      ? [`runAsUserName's Domain length must be under ${longestDomain} characters`]
      : []),
    ...(netBiosName.test(domain) || dnsName.test(domain)
      ? []
      : ["runAsUserName's Domain doesn't match the NetBios nor the DNS format"]),
  ];
}

function userComplaints(user: string): string[] {
  const details: string[] = [];
  if (user === '') details.push("runAsUserName's User cannot be empty");
  else if (byteLength(user) > longestUser)
    details.push(`runAsUserName's User length must not be longer than ${longestUser} characters`);
  if (/^[. ]+$/.test(user)) details.push("runAsUserName's User cannot contain only periods or spaces");
  if (/["/\\:;|=,+*?<>@[\]]/.test(user))
    details.push(`runAsUserName's User cannot contain the following characters: "/\\:;|=,+*?<>@[]`);
  return details;
}

/** `DOMAIN\user`, or a user alone. */
function userNameComplaints(name: string): string[] {
  if (name === '') return ['runAsUserName cannot be an empty string'];
  if ([...name].some(isControl)) return ['runAsUserName cannot contain control characters'];
  const parts = name.split('\\');
  if (parts.length > 2) return ['runAsUserName cannot contain more than one backslash'];
  const [domain, user] = parts.length === 2 ? parts : [undefined, name];
  return [...(domain === undefined ? [] : domainComplaints(domain)), ...userComplaints(user ?? '')];
}

/** Source: validateWindowsSecurityContextOptions. */
export function validateWindowsOptions(
  options: WindowsSecurityContextOptions | undefined,
  field: string,
): FieldError[] {
  const { gmsaCredentialSpecName, gmsaCredentialSpec, runAsUserName } = options ?? {};
  const check = (name: string, value: string | undefined, rule: (value: string) => string[]) =>
    value === undefined ? [] : complaints(`${field}.${name}`, value, rule(value));
  return [
    ...check('gmsaCredentialSpecName', gmsaCredentialSpecName, isDnsSubdomain),
    ...check('gmsaCredentialSpec', gmsaCredentialSpec, credentialSpecComplaints),
    ...check('runAsUserName', runAsUserName, userNameComplaints),
  ];
}
