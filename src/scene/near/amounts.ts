const units = ['', 'Ki', 'Mi', 'Gi', 'Ti'] as const;

/** `42Mi`, `1.5Gi`: bytes as kubectl top prints them, with one digit after the point below ten. */
export function bytesText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${rounded(value)}${units[unit]}`;
}

/** `250m`, `1.5`: millicores; whole cores without the m. */
export function coresText(millicores: number): string {
  return millicores < 1000 ? `${Math.round(millicores)}m` : rounded(millicores / 1000);
}

const rounded = (value: number): string => String(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
