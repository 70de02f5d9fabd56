import {
  addQuantities,
  compareQuantities,
  parseQuantity,
  QuantityError,
  type QuantityFormat,
  quantityMilliValue,
  quantityOf,
  quantityOfMilli,
  quantityText,
  quantityValue,
  subtractQuantities,
} from '../../../src/api/quantity.ts';
import { readCases, testCases } from './recorded.ts';

type Input =
  | { fn: 'parse'; text: string }
  | { fn: 'arith'; a: string; b: string }
  | { fn: 'new' | 'newMilli'; amount: string; format: QuantityFormat };

function parse(text: string) {
  const quantity = parseQuantity(text);
  const string = quantityText(quantity);
  const after = quantityText(addQuantities(quantity, parseQuantity('0')));
  return {
    string,
    format: quantity.format,
    value: String(quantityValue(quantity)),
    milliValue: String(quantityMilliValue(quantity)),
    sign: Number(quantity.unscaled > 0n) - Number(quantity.unscaled < 0n),
    ...(after !== string && { stringAfterArithmetic: after }),
  };
}

function arithmetic(a: string, b: string) {
  const [left, right] = [parseQuantity(a), parseQuantity(b)];
  const [sum, difference] = [addQuantities(left, right), subtractQuantities(left, right)];
  return {
    add: quantityText(sum),
    addFormat: sum.format,
    sub: quantityText(difference),
    subFormat: difference.format,
    cmp: compareQuantities(left, right),
  };
}

function made(input: Extract<Input, { amount: string }>) {
  const make = input.fn === 'new' ? quantityOf : quantityOfMilli;
  const quantity = make(BigInt(input.amount), input.format);
  return {
    string: quantityText(quantity),
    value: String(quantityValue(quantity)),
    milliValue: String(quantityMilliValue(quantity)),
  };
}

testCases(readCases<Input, unknown>('quantity.json'), (input) => {
  try {
    if (input.fn === 'parse') return parse(input.text);
    return input.fn === 'arith' ? arithmetic(input.a, input.b) : made(input);
  } catch (error) {
    if (error instanceof QuantityError) return { error: error.message };
    throw error;
  }
});
