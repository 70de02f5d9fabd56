/** Writes a Pod template as Go's spew printer does, which is what Kubernetes hashes. See the layout in layout.json. */
import { parseQuantity, type Quantity } from '../quantity.ts';
import layout from './layout.json' with { type: 'json' };

interface Field {
  go: string;
  /** The JSON name; undefined where the fields of the inner struct stand in the outer object. */
  json: string | undefined;
  type: string;
}
type Printer = (value: unknown) => string;

const structs = new Map<string, Field[]>();
for (const [name, text] of Object.entries(layout.structs))
  structs.set(
    name,
    text.split(';').map((entry) => {
      const [go = '', json = '', type = ''] = entry.split(' ');
      return { go, json: json === '~' ? undefined : json || go.charAt(0).toLowerCase() + go.slice(1), type };
    }),
  );
const underlying = new Map<string, string>();
for (const [type, names] of Object.entries(layout.named))
  for (const name of names.split(' ')) underlying.set(name, type);

const isAbsent = (value: unknown) => value === undefined || value === null;

/** Printers without the type in front, made once for each type. */
const printers = new Map<string, Printer>();

function printerOf(type: string): Printer {
  let printer = printers.get(type);
  if (!printer) {
    printer = makePrinter(type);
    printers.set(type, printer);
  }
  return printer;
}

function makePrinter(type: string): Printer {
  const real = underlying.get(type) ?? type;
  if (real === 'v1.Time') return () => '{Time:(time.Time){wall:(uint64)0 ext:(int64)0 loc:(*time.Location)<nil>}}';
  if (real === 'resource.Quantity') return printQuantity;
  if (real === 'intstr.IntOrString') return printIntOrString;
  if (real.startsWith('*')) {
    const inner = real.slice(1);
    return (value) => (isAbsent(value) ? '<nil>' : printerOf(inner)(value));
  }
  if (real.startsWith('[]')) {
    const inner = real.slice(2);
    return (value) =>
      Array.isArray(value) && value.length > 0 ? `[${value.map(printerOf(inner)).join(' ')}]` : '<nil>';
  }
  if (real.startsWith('map[')) return makeMapPrinter(real.slice(real.indexOf(']') + 1));
  if (structs.has(real)) return makeStructPrinter(real);
  const zero = real === 'string' ? '' : real === 'bool' ? 'false' : '0';
  return (value) => (isAbsent(value) ? zero : String(value));
}

function makeMapPrinter(inner: string): Printer {
  return (value) => {
    const entries = Object.entries((value ?? {}) as Record<string, unknown>);
    if (entries.length === 0) return '<nil>';
    const print = printerOf(inner);
    return `map[${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, element]) => `${key}:${print(element)}`)
      .join(' ')}]`;
  };
}

function makeStructPrinter(type: string): Printer {
  const fields = (structs.get(type) ?? []).map(({ go, json, type: fieldType }) => ({
    json,
    before: `${go}:(${fieldType})`,
    fieldType,
  }));
  // Most structs of a Pod are absent or mostly empty: the texts of absent ones are written once.
  let zero: string | undefined;
  const print = (object: Record<string, unknown>) =>
    `{${fields
      .map(({ json, before, fieldType }) => before + printerOf(fieldType)(json === undefined ? object : object[json]))
      .join(' ')}}`;
  return (value) => {
    if (!isAbsent(value)) return print(value as Record<string, unknown>);
    zero ??= print({});
    return zero;
  };
}

const wordBits = 64n;

function bigWords(value: bigint): string {
  const words: string[] = [];
  for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= wordBits)
    words.push(BigInt.asUintN(64, rest).toString());
  return words.length > 0 ? `[${words.join(' ')}]` : '<nil>';
}

function quantityFields(small: bigint, scale: number, decimal: string, text: string, format: string): string {
  return `{i:(resource.int64Amount){value:(int64)${small} scale:(resource.Scale)${scale}} d:(resource.infDecAmount){Dec:(*inf.Dec)${decimal}} s:(string)${text} Format:(resource.Format)${format}}`;
}

function printQuantity(value: unknown): string {
  if (isAbsent(value)) return quantityFields(0n, 0, '<nil>', '', '');
  const quantity: Quantity = parseQuantity(String(value));
  const { unscaled, exponent, format, text = '', big } = quantity;
  if (!big) return quantityFields(unscaled, exponent, '<nil>', text, format);
  const decimal = `{unscaled:(big.Int){neg:(bool)${unscaled < 0n} abs:(big.nat)${bigWords(unscaled)}} scale:(inf.Scale)${-exponent}}`;
  return quantityFields(0n, 0, decimal, text, format);
}

function printIntOrString(value: unknown): string {
  const isText = typeof value === 'string';
  return `{Type:(intstr.Type)${isText ? 1 : 0} IntVal:(int32)${isText ? 0 : (value ?? 0)} StrVal:(string)${isText ? value : ''}}`;
}

/** The text that Kubernetes hashes for a Pod template in its stored form. */
export function printPodTemplate(template: object): string {
  return `(${layout.root})${printerOf(layout.root)(template)}`;
}
