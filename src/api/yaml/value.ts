/** A number with a fraction or an exponent in its text; go-yaml tells these from whole ones. */
export interface Float {
  float: number;
}

/** What a document means, before it is made JSON: keys of maps need not be texts. */
export type Value = null | boolean | number | string | Float | Value[] | Map<Value, Value>;

export const isFloat = (value: Value): value is Float =>
  typeof value === 'object' && value !== null && 'float' in value;

/** How Go's `%g` writes a number, of which `digits` are the significant ones: with an exponent from a million on. */
function goNumber(value: number, digits: string): string {
  const [mantissa = '', power = ''] = Number(digits).toExponential().split('e');
  if (value === 0 || (Number(power) >= -4 && Number(power) < 6)) return String(Number(digits));
  return `${mantissa}e${power.charAt(0)}${power.slice(1).padStart(2, '0')}`;
}

/** A key that is a number with a fraction, as sigs.k8s.io/yaml writes it: `strconv.FormatFloat(value, 'g', -1, 32)`. */
export function floatKey(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  let precision = 1;
  while (precision < 9 && Math.fround(Number(single.toPrecision(precision))) !== single) precision++;
  return goNumber(single, single.toPrecision(precision));
}

export const goInfinite = (value: number): string => (Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf');

/** Go's `%#v`. */
export function goSyntax(value: Value, isInside = false): string {
  if (value === null) return isInside ? 'interface {}(nil)' : '<nil>';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[]interface {}{${value.map((item) => goSyntax(item, true)).join(', ')}}`;
  if (isFloat(value))
    return Number.isFinite(value.float) ? goNumber(value.float, String(value.float)) : goInfinite(value.float);
  const entries = [...value].map(([key, item]) => [goSyntax(key, true), goSyntax(item, true)] as const);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `map[interface {}]interface {}{${sorted.map(([key, item]) => `${key}:${item}`).join(', ')}}`;
}
