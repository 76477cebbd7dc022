// What no table of bad values can notice once it is gone: closed objects, types, and fields that must be there.
import { describe, expect, it } from 'vitest';
import { contract } from './bundle.ts';
import { type PlacedSchema, schemas } from './schemas.ts';

/** Schemas that only narrow another one (`allOf`, `then`, `else`) need not say everything. */
const isWhole = ({ pointer }: PlacedSchema) => !/\/(allOf|oneOf|then|else|propertyNames)(\/|$)/.test(pointer);
const whole = schemas.filter(isWhole);

/** The only objects that take fields of any name, and why. */
const open = new Map([
  ['#/components/schemas/ErrorDetails/properties/validation', 'its keys are the fields of the request'],
  ['#/components/schemas/PrepareRequest/properties/data', 'it is the body of another request'],
  [
    '#/components/schemas/WebhookEventsResponse/properties/data/properties/events',
    'the gateway may add events',
  ],
]);

/** The only fields that may be missing. */
const optional: Record<string, string[]> = {
  PaymentRequest: ['mobile', 'description', 'card_number', 'action', 'affiliate_code', 'direct_verify'],
  VerificationRequest: ['order_id'],
  RefundRequest: ['amount', 'reason'],
  WebhookSubscriptionRequest: ['secret', 'description'],
  PrepareRequest: ['data'],
  PaymentCreatedMeta: ['idempotency_key', 'environment', 'test_mode'],
  MonthlySummary: ['successful_amount', 'total_fees'],
  PreparedHeaders: ['X-Signature', 'X-Timestamp'],
  PaymentCallback: ['ref_id', 'card_pan'],
  ErrorResponse: ['meta'],
  'ErrorResponse/properties/error': ['details'],
  ErrorDetails: ['validation', 'reason'],
  PaymentCreatedEvent: ['signature'],
  PaymentCompletedEvent: ['signature'],
  PaymentFailedEvent: ['signature'],
  PaymentCancelledEvent: ['signature'],
  PaymentReversedEvent: ['signature'],
  VerificationCompletedEvent: ['signature'],
  VerificationFailedEvent: ['signature'],
  RefundCreatedEvent: ['signature'],
  RefundCompletedEvent: ['signature'],
  SettlementCreatedEvent: ['signature'],
  SettlementCompletedEvent: ['signature'],
  SettlementFailedEvent: ['signature'],
};

describe('the schemas of the contract', () => {
  it('say the type of every value', () => {
    const untyped = whole.filter(
      ({ schema }) => !schema.type && !schema.$ref && !schema.allOf && !schema.oneOf,
    );
    expect(untyped.map(({ pointer }) => pointer)).toEqual([]);
  });

  it('refuse every field that is not documented, with few exceptions', () => {
    const objects = whole.filter(({ schema }) => schema.type === 'object');
    const taking = objects.filter(({ schema }) => schema.additionalProperties !== false);
    expect(taking.map(({ pointer }) => pointer).sort()).toEqual([...open.keys()].sort());
  });

  it('demand every field, except those that may be missing', () => {
    const missable = whole.flatMap(({ pointer, schema }) => {
      const fields = Object.keys(schema.properties ?? {}).filter(
        (field) => !schema.required?.includes(field),
      );
      return fields.length > 0 ? [[pointer.replace('#/components/schemas/', ''), fields] as const] : [];
    });
    expect(Object.fromEntries(missable)).toEqual(optional);
  });

  it('demand no field that they do not have', () => {
    const lost = whole.flatMap(({ pointer, schema }) =>
      (schema.required ?? [])
        .filter((field) => !(field in (schema.properties ?? {})))
        .map((field) => `${pointer}: ${field}`),
    );
    expect(lost).toEqual([]);
  });

  it('are all used', () => {
    const used = JSON.stringify(contract);
    const unused = Object.keys(contract.components.schemas).filter(
      (name) => !used.includes(`"#/components/schemas/${name}"`),
    );
    expect(unused).toEqual([]);
  });
});
