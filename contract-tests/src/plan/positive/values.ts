// Makes the values at the edges of a schema that must be accepted: each form, each word, the smallest, the largest.
import { testCards } from '../../contract/facts.ts';
import { brokenRules, schemaAt } from '../../contract/schemas.ts';
import { jalaliDate } from '../../judge/time.ts';

/** A value at an edge, with the keyword of the schema whose edge it is. */
export interface EdgeValue {
  /** `maxLength`, `enum GET`, `pattern 0098…`. */
  name: string;
  keyword: string;
  value: unknown;
}

const digits = '123456789';

/** A card number as the contract shows it: the first six digits and the last four. */
export const maskedCard = (number: string): string => `${number.slice(0, 6)}******${number.slice(-4)}`;

/**
 * Values for each alternative of a pattern, by the pointer of its schema: what no other keyword tells. A test checks each
 * against its pattern, and that no pattern with alternatives is left out.
 */
export const witnesses: Record<string, readonly string[]> = {
  '#/components/schemas/PaymentRequest/properties/mobile': ['0', '', '98', '+98', '0098'].map(
    (prefix) => `${prefix}9${digits}`,
  ),
  '#/components/schemas/PaymentRequest/properties/card_number': [
    testCards.success.card_number,
    maskedCard(testCards.success.card_number),
  ],
  '#/components/schemas/CallbackUrl': [
    'http://127.0.0.1:9/callback',
    'https://127.0.0.1:9/callback?from=shop',
  ],
  '#/components/schemas/OrderId': ['a', 'Z9', '-_-', '007'],
  '#/components/schemas/PrepareRequest/properties/endpoint': [
    'payments',
    'payments/2025100121424146HC/cancel',
  ],
  // Months of 31, 30 and 29 or 30 days: 1403 was a leap year.
  '#/components/schemas/JalaliDate': ['1404-01-01', '1404-06-31', '1404-07-30', '1403-12-30'],
  '#/components/schemas/JalaliMonth': ['1404-01', '1403-12'],
};

/** The largest that an environment takes, where it takes less than the schema says. */
export interface Limits {
  amountMaximum: number;
  /** The server's clock in Unix seconds. */
  now: number;
}

const isLawful = (pointer: string) => (value: unknown) => brokenRules(pointer, value).length === 0;

/** A lawful text of just this length, made of a good one. */
function ofLength(pointer: string, good: string, length: number): string | undefined {
  const candidates = [good, `${good}x`, 'x', 'A', '1'].map((text) =>
    text.slice(0, length).padEnd(length, text.at(-1) ?? 'x'),
  );
  return candidates.find(isLawful(pointer));
}

/**
 * The values at the edges of one schema, each lawful.
 * @param pointer JSON pointer to the schema in the bundle
 * @param good a lawful value, from which texts of a given length are made
 */
export function edgeValues(pointer: string, good: unknown, { amountMaximum, now }: Limits): EdgeValue[] {
  const { value: schema, pointer: at } = schemaAt(pointer);
  const found: EdgeValue[] = [];
  const add = (keyword: string, value: unknown, name = keyword) => {
    if (value !== undefined && isLawful(at)(value)) found.push({ name, keyword, value });
  };
  for (const word of (schema.enum ?? []) as unknown[]) add('enum', word, `enum ${word}`);
  if (schema.type === 'boolean') for (const value of [true, false]) add('type', value, `type ${value}`);
  if (schema.minimum !== undefined) add('minimum', schema.minimum);
  if (schema.maximum !== undefined) {
    const isAmount = schema['x-unit'] === 'rial';
    add('maximum', isAmount ? Math.min(schema.maximum as number, amountMaximum) : schema.maximum);
  }
  const text = typeof good === 'string' ? good : 'example';
  if (schema.minLength !== undefined) add('minLength', ofLength(at, text, schema.minLength as number));
  if (schema.maxLength !== undefined) add('maxLength', ofLength(at, text, schema.maxLength as number));
  for (const value of witnesses[at] ?? []) add('pattern', value, `pattern ${value}`);
  if (schema['x-calendar']) {
    const today = jalaliDate(now);
    for (const value of [today, today.slice(0, 7)]) add('pattern', value, 'pattern of now');
  }
  return found;
}
