/** Kubernetes' rules for the keys and values of labels, apart from those for other names (names.ts): every selector needs them. */
/** Examples and the pattern, as complaints end. */
export const example = (examples: string[], format: string) =>
  `(e.g. ${examples.map((text) => `'${text}'`).join(',  or ')}, regex used for validation is '${format}')`;

export const subdomainFormat = '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*';
const nameFormat = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const valueFormat = `(${nameFormat})?`;

/** A pattern that all of a text must fit. */
export const whole = (format: string) => new RegExp(`^${format}$`);
export const subdomainPattern = whole(subdomainFormat);
const namePattern = whole(nameFormat);
const valuePattern = whole(valueFormat);
const subdomainText = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character ${example(['example.com'], subdomainFormat)}`;
const nameText = `must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character ${example(['MyName', 'my.name', '123-abc'], nameFormat)}`;
const valueText = `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character ${example(['MyValue', 'my_value', '12345'], valueFormat)}`;

/** Length in bytes of UTF-8, as Go counts. */
export function byteLength(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) length += 1;
    else if (code < 0x800) length += 2;
    else if (code >= 0xd800 && code < 0xdc00) {
      length += 4;
      index++;
    } else length += 3;
  }
  return length;
}

/** What is said of a text that is too long. */
export const tooLong = (limit: number) => `must be no more than ${limit} characters`;

/** Complaints about a value's length in bytes and its form. */
export function check(value: string, limit: number, pattern: RegExp, text: string): string[] {
  const errors: string[] = [];
  if (value.length > limit && byteLength(value) > limit) errors.push(tooLong(limit));
  if (!pattern.test(value)) errors.push(text);
  return errors;
}

/** `IsDNS1123Subdomain`: names of most objects. */
export function isDnsSubdomain(value: string): string[] {
  return check(value, 253, subdomainPattern, subdomainText);
}

const prefixed = (prefix: string, errors: string[]) => errors.map((error) => `${prefix} part ${error}`);

/** `IsQualifiedName`: keys of labels and annotations, names of resources. */
export function isQualifiedName(value: string): string[] {
  const parts = value.split('/');
  const [first = '', second] = parts;
  if (parts.length > 2)
    return [`a valid label key ${nameText} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
  const errors: string[] = [];
  if (second !== undefined) {
    if (first === '') errors.push('prefix part must be non-empty');
    else
      errors.push(
        ...prefixed('prefix', isDnsSubdomain(first)).map((error) => error.replace('253 characters', '253 bytes')),
      );
  }
  const name = second ?? first;
  if (name === '') errors.push('name part must be non-empty');
  else if (byteLength(name) > 63) errors.push('name part must be no more than 63 bytes');
  if (!namePattern.test(name)) errors.push(`name part ${nameText}`);
  return errors;
}

/** `IsValidLabelValue`. */
export function isLabelValue(value: string): string[] {
  const errors: string[] = [];
  if (byteLength(value) > 63) errors.push('must be no more than 63 bytes');
  if (!valuePattern.test(value)) errors.push(valueText);
  return errors;
}
