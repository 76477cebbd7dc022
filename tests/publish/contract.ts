// A small strict contract for the tests of the pipeline: one payment, its callback, its event and two errors.

import type { ContractDocument, Schema } from '../../foundation/reader/document.ts';
import { nodeAt } from '../../foundation/reader/pointers.ts';

const error = (code: number, type: string): Schema => ({
  description: `What ${code} means.`,
  'x-status-code': { http: [400], action: `What to do about ${code}.` },
  allOf: [
    { $ref: '#/components/schemas/ErrorResponse' },
    {
      type: 'object',
      properties: {
        error: {
          type: 'object',
          properties: { code: { const: code }, type: { const: type }, message: { const: 'پیام خطا' } },
        },
      },
    },
  ],
});

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });
const schema = (name: string) => ref('schemas', name);
const json = (body: Schema) => ({ content: { 'application/json': { schema: body } } });

/** The schemas by name; a test adds or replaces what it is about. */
export function contractWith(schemas: Record<string, Schema> = {}): ContractDocument {
  const event = {
    operationId: 'onPaid',
    tags: [],
    summary: '',
    description: '',
    security: [],
    parameters: [ref('parameters', 'Event')],
    requestBody: json(schema('PaidEvent')),
    responses: { '2XX': { description: 'Received.' } },
  };
  const document = {
    openapi: '3.1.1',
    info: { title: 'Small', version: '1.0.0', description: '' },
    servers: [],
    security: [{ token: [] }],
    paths: {
      '/payments': {
        post: {
          operationId: 'pay',
          tags: [],
          summary: '',
          description: '',
          parameters: [{ name: 'state', in: 'query', schema: { type: 'string', enum: ['new', 'old'] } }],
          requestBody: json(schema('Order')),
          responses: {
            '200': {
              description: 'Paid.',
              headers: { 'X-Left': ref('headers', 'Left') },
              ...json(schema('Answer')),
            },
            '400': ref('responses', 'Refused'),
          },
          callbacks: { back: ref('callbacks', 'back') },
        },
      },
    },
    webhooks: { paid: { post: event } },
    components: {
      securitySchemes: { token: { type: 'http' }, old: { type: 'apiKey' } },
      parameters: {
        Event: { name: 'X-Event', in: 'header', required: true, schema: { type: 'string', const: 'paid' } },
      },
      headers: { Left: { required: true, schema: { type: 'integer', minimum: 0 } } },
      responses: {
        Refused: {
          description: 'It is refused.',
          ...json({ oneOf: [schema('ErrorLate'), schema('ErrorPoor')] }),
        },
      },
      callbacks: {
        back: {
          '{$request.body#/url}': {
            post: {
              operationId: 'back',
              tags: [],
              summary: '',
              description: '',
              requestBody: json(schema('Back')),
              responses: { '2XX': { description: 'Received.' } },
            },
          },
        },
      },
      schemas: {
        Amount: { type: 'integer', description: 'An amount.', minimum: 1, maximum: 9 },
        Order: {
          type: 'object',
          additionalProperties: false,
          required: ['amount', 'kind'],
          properties: { amount: schema('Amount'), kind: schema('Kind') },
        },
        Kind: {
          type: 'string',
          enum: ['card', 'cash'],
          'x-enum-descriptions': { card: 'By card.', cash: 'In cash.' },
        },
        Answer: {
          type: 'object',
          additionalProperties: false,
          required: ['success', 'data', 'message'],
          properties: {
            success: { type: 'boolean', const: true },
            message: { type: 'string', const: 'It worked' },
            data: {
              type: 'object',
              additionalProperties: false,
              required: ['amount', 'status', 'paid_at', 'meta'],
              properties: {
                amount: schema('Amount'),
                kind: schema('Kind'),
                status: schema('Status'),
                paid_at: schema('Moment'),
                meta: schema('Meta'),
              },
            },
          },
        },
        Status: { type: ['string', 'null'], description: 'The status.', enum: ['paid', 'failed', null] },
        Moment: { type: 'string', description: 'A moment.', pattern: '^[0-9]{4}$' },
        Meta: {
          type: 'object',
          additionalProperties: false,
          required: ['request_id'],
          properties: { request_id: { type: 'string', minLength: 1 } },
        },
        Back: { type: 'object', additionalProperties: false, properties: { amount: schema('Amount') } },
        PaidEvent: {
          type: 'object',
          unevaluatedProperties: false,
          properties: { event: { type: 'string', const: 'paid' }, amount: schema('Amount') },
        },
        ErrorResponse: {
          type: 'object',
          additionalProperties: false,
          required: ['success', 'error', 'status_code'],
          properties: {
            success: { type: 'boolean', const: false },
            error: {
              type: 'object',
              additionalProperties: false,
              required: ['code', 'type'],
              properties: {
                code: { type: 'integer', description: 'The code.' },
                type: { type: 'string', enum: ['late', 'poor'] },
              },
            },
            status_code: { type: 'integer', description: 'The code again.' },
          },
        },
        ErrorLate: error(-1, 'late'),
        ErrorPoor: error(-2, 'poor'),
        ...schemas,
      },
    },
  };
  return document as unknown as ContractDocument;
}

/** What stands at a pointer below the schemas, such as `Order/properties/amount`. */
export const schemaAt = (document: ContractDocument, place: string) =>
  nodeAt(document, `#/components/schemas/${place}`) as Schema;
