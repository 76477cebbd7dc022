// Each step of the pipeline on a small contract: what is received is opened, what is sent stays as it was.
import { describe, expect, it } from 'vitest';
import type { ContractDocument, MediaType, Schema } from '../../foundation/reader/document.ts';
import { nodeAt } from '../../foundation/reader/pointers.ts';
import { dropAssumedPresence } from '../../scripts/generate/publish/drop-assumed-presence.ts';
import { dropBasis } from '../../scripts/generate/publish/drop-basis.ts';
import { dropUnused } from '../../scripts/generate/publish/drop-unused.ts';
import { inlineCallbacks } from '../../scripts/generate/publish/inline-callbacks.ts';
import { inlineClashingLists } from '../../scripts/generate/publish/inline-clashing-lists.ts';
import { inlineEventHeaders } from '../../scripts/generate/publish/inline-event-headers.ts';
import { listEnumDescriptions } from '../../scripts/generate/publish/list-enum-descriptions.ts';
import { loosenValues } from '../../scripts/generate/publish/loosen-values.ts';
import { mapsOfNames } from '../../scripts/generate/publish/maps-of-names.ts';
import { nameCodes } from '../../scripts/generate/publish/name-codes.ts';
import { nameObjects } from '../../scripts/generate/publish/name-objects.ts';
import { oneCallbackExample } from '../../scripts/generate/publish/one-callback-example.ts';
import { oneEnvelope } from '../../scripts/generate/publish/one-envelope.ts';
import { openLists } from '../../scripts/generate/publish/open-lists.ts';
import { openObjects } from '../../scripts/generate/publish/open-objects.ts';
import { plainConstants } from '../../scripts/generate/publish/plain-constants.ts';
import { plainLinks } from '../../scripts/generate/publish/plain-links.ts';
import { separateReceived } from '../../scripts/generate/publish/separate-received.ts';
import { sizeIntegers } from '../../scripts/generate/publish/size-integers.ts';
import type { Step } from '../../scripts/generate/publish/step.ts';
import { tellKnownValues } from '../../scripts/generate/publish/tell-known-values.ts';
import { writeOutAliases } from '../../scripts/generate/publish/write-out-aliases.ts';
import { contractWith, schemaAt } from './contract.ts';

const steps: Record<string, Step> = {
  separateReceived,
  dropAssumedPresence,
  openObjects,
  openLists,
  loosenValues,
  oneEnvelope,
  plainConstants,
  plainLinks,
  inlineCallbacks,
  oneCallbackExample,
  inlineEventHeaders,
  inlineClashingLists,
  mapsOfNames,
  nameObjects,
  sizeIntegers,
  nameCodes,
  listEnumDescriptions,
  tellKnownValues,
  writeOutAliases,
  dropUnused,
  dropBasis,
};
/** The contract after some steps; what is shared has its twin already. */
const opened = (schemas: Record<string, Schema>, ...run: Step[]) =>
  [separateReceived, ...run].reduce((document, step) => step(document, 'en'), contractWith(schemas));

describe.each(Object.entries(steps))('%s', (_, step) => {
  it('leaves what it is given as it was', () => {
    const before = contractWith();
    step(before, 'en');
    expect(before).toEqual(contractWith());
  });
  it('changes nothing of what is only sent', () => {
    const basis = step === dropBasis ? {} : { 'x-basis': 'decision 1' };
    const order = {
      type: 'object',
      additionalProperties: false,
      required: ['note'],
      properties: {
        note: { type: 'string', minLength: 1, const: 'a note', ...basis },
      },
    } as Schema;
    expect(schemaAt(step(contractWith({ Order: order }), 'en'), 'Order')).toEqual(order);
  });
});

describe('a schema that is sent and received', () => {
  const document = opened({});
  it('keeps its name and its rules for what is sent', () => {
    expect(schemaAt(document, 'Order/properties/amount')).toEqual({ $ref: '#/components/schemas/Amount' });
    expect(schemaAt(document, 'Amount')).toEqual(contractWith().components.schemas.Amount);
  });
  it.each(['Answer/properties/data', 'Back', 'PaidEvent'])('has a twin in %s', (place) => {
    const { $ref } = schemaAt(document, `${place}/properties/amount`);
    expect($ref).toBe('#/components/schemas/ReceivedAmount');
  });
  it('has no twin where it demands nothing', () => {
    const plain = opened({ Amount: { type: 'integer', description: 'An amount.', 'x-unit': 'rial' } });
    expect(plain.components.schemas).not.toHaveProperty('ReceivedAmount');
  });
  it('takes what it refers to with it', () => {
    const nested = opened({
      Amount: { type: 'object', properties: { value: { $ref: '#/components/schemas/Value' } } },
      Value: { type: 'integer', minimum: 1 },
    });
    expect(schemaAt(nested, 'ReceivedAmount/properties/value').$ref).toBe(
      '#/components/schemas/ReceivedValue',
    );
    expect(schemaAt(nested, 'Amount/properties/value').$ref).toBe('#/components/schemas/Value');
  });
  it('is told when the name of the twin is taken', () => {
    expect(() => opened({ ReceivedAmount: { type: 'string' } })).toThrow('ReceivedAmount');
  });
});

describe('an object that is received', () => {
  const document = opened(
    {
      Meta: {
        type: 'object',
        additionalProperties: false,
        properties: {
          list: { type: 'object', additionalProperties: { type: 'object', additionalProperties: false } },
        },
        dependentRequired: { list: ['other'] },
        if: { properties: { list: { type: 'null' } } },
        else: { required: ['list'] },
      },
    },
    openObjects,
  );
  it.each(['Answer', 'Answer/properties/data', 'Back', 'PaidEvent', 'Meta'])('%s is open', (place) => {
    expect(schemaAt(document, place)).not.toHaveProperty('additionalProperties');
    expect(schemaAt(document, place)).not.toHaveProperty('unevaluatedProperties');
  });
  it('keeps the type of its unknown fields', () => {
    expect(schemaAt(document, 'Meta/properties/list').additionalProperties).toEqual({ type: 'object' });
  });
  it('has no rules between its fields', () => {
    expect(Object.keys(schemaAt(document, 'Meta'))).toEqual(['type', 'properties']);
  });
});

describe('a field that is received', () => {
  const data = (mark: Schema['x-basis']) => {
    const { Answer } = contractWith().components.schemas as { Answer: Schema };
    const inner = Answer.properties?.data as Schema;
    return {
      Answer: { ...Answer, properties: { ...Answer.properties, data: { ...inner, 'x-basis': mark } } },
    };
  };
  const place = 'Answer/properties/data';
  it.each<[string, Schema['x-basis']]>([
    ['its entry rests on a decision', { 'required/paid_at': 'decision 1' }],
    ['it rests on a decision itself', { 'properties/paid_at': 'decision 1' }],
    ['all of the object does', 'decision 1'],
  ])('is optional and may be null when %s', (_, mark) => {
    const document = opened(data(mark), dropAssumedPresence);
    expect(schemaAt(document, place).required ?? []).not.toContain('paid_at');
    expect(schemaAt(document, `${place}/properties/paid_at`)).toEqual({
      type: ['string', 'null'],
      description: 'A moment.',
      pattern: '^[0-9]{4}$',
    });
    expect(schemaAt(document, 'Moment').type).toBe('string');
  });
  it.each<[string, Schema['x-basis']]>([
    ['nothing is marked', undefined],
    ['an example shows it', { 'required/paid_at': 'example 1-2' }],
    ['only its value rests on a decision', { 'properties/amount/maximum': 'decision 1' }],
  ])('is required as before when %s', (_, mark) => {
    const document = opened(data(mark), dropAssumedPresence);
    expect(schemaAt(document, place).required).toEqual(['amount', 'status', 'paid_at', 'meta']);
  });
  it('of meta is optional when only an example shows it', () => {
    const meta = { ...(contractWith().components.schemas.Meta as Schema), 'x-basis': 'example 1-2' };
    const document = opened({ Meta: meta }, dropAssumedPresence);
    expect(schemaAt(document, 'Meta')).not.toHaveProperty('required');
  });
  it('of the envelope is what a reader begins with, so it stays', () => {
    const answer = { ...(contractWith().components.schemas.Answer as Schema), 'x-basis': 'decision 1' };
    expect(schemaAt(opened({ Answer: answer }, dropAssumedPresence), 'Answer').required).toEqual([
      'success',
      'data',
    ]);
  });
});

describe('the values of what is received', () => {
  const document = opened({}, openLists, loosenValues, plainConstants, tellKnownValues);
  it('are an open list, without null, where they were a closed one', () => {
    expect(schemaAt(document, 'Status')).toEqual({
      type: ['string', 'null'],
      description: 'The status. Known today: `paid`, `failed`; others may come.',
      'x-extensible-enum': ['paid', 'failed'],
    });
  });
  it('have no limits, but still tell them', () => {
    expect(schemaAt(document, 'Moment')).toEqual({
      type: 'string',
      description: 'A moment.',
      'x-limits': { pattern: '^[0-9]{4}$' },
    });
  });
  it('do not tell limits that rest on a decision', () => {
    const assumed = opened(
      { Moment: { type: 'string', pattern: 'x', 'x-basis': { pattern: 'decision 1' } } },
      loosenValues,
      dropBasis,
    );
    expect(schemaAt(assumed, 'Moment')).toEqual({ type: 'string' });
  });
  it.each<[string, string, Schema]>([
    [
      'a sentence becomes an example',
      'Answer/properties/message',
      { type: 'string', examples: ['It worked'] },
    ],
    ['a truth value becomes a plain one', 'Answer/properties/success', { type: 'boolean' }],
    [
      'a name becomes a list of one',
      'PaidEvent/properties/event',
      { type: 'string', description: 'Known today: `paid`; others may come.', 'x-extensible-enum': ['paid'] },
    ],
  ])('of a constant: %s', (_, place, expected) => {
    expect(schemaAt(document, place)).toEqual(expected);
  });
  it('are said in the language of the document', () => {
    const persian = tellKnownValues(openLists(contractWith(), 'fa'), 'fa');
    expect(schemaAt(persian, 'Status').description).toMatch(/مقدارهای امروز: `paid`، `failed`/);
  });
  it('are those of a condition, and what is explained beside it, where others were possible before', () => {
    const document = opened(
      {
        Status: {
          type: 'integer',
          if: { minimum: 0 },
          // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
          then: { enum: [2, 1] },
          'x-callback-messages': { 2: 'two', '-1': 'minus one' },
        },
      },
      openLists,
      openObjects,
    );
    expect(schemaAt(document, 'Status')).toMatchObject({ type: 'integer', 'x-extensible-enum': [2, 1, -1] });
    expect(schemaAt(document, 'Status')).not.toHaveProperty('then');
  });
});

describe('a header of what is received', () => {
  it('is not to be counted on when it rests on a decision', () => {
    const document = contractWith();
    const headers = document.components.headers as Record<string, Schema>;
    headers.Left = { ...headers.Left, 'x-basis': { required: 'decision 1' } };
    const parameters = document.components.parameters as Record<string, Schema>;
    parameters.Event = { ...parameters.Event, 'x-basis': 'decision 1' };
    const { components } = dropAssumedPresence(document, 'en');
    expect([components.headers?.Left, components.parameters?.Event]).toMatchObject([
      { required: false },
      { required: false },
    ]);
  });
});

describe('an error', () => {
  const document = opened({}, oneEnvelope, openLists, dropUnused);
  const refused = nodeAt(document, '#/components/responses/Refused') as Schema;
  it('has the same envelope as all others', () => {
    expect(nodeAt(refused, '#/content/application~1json/schema')).toEqual({
      $ref: '#/components/schemas/ErrorResponse',
    });
    expect(Object.keys(document.components.schemas)).not.toContain('ErrorLate');
  });
  it('is named by each answer that is known to carry it, for programs and for people', () => {
    expect(refused['x-errors']).toEqual(['ErrorLate', 'ErrorPoor']);
    expect(refused.description).toBe(
      'It is refused.\n\nErrors known today:\n\n- `-1`: What -1 means.\n- `-2`: What -2 means.',
    );
  });
  it('stands in the catalogue with all that is known of it', () => {
    expect(nodeAt(document, '#/x-error-catalogue/ErrorLate')).toEqual({
      code: -1,
      type: 'late',
      message: 'پیام خطا',
      http: [400],
      description: 'What -1 means.',
      action: 'What to do about -1.',
    });
  });
  it('may have any code; the known ones are listed', () => {
    expect(schemaAt(document, 'ErrorCode')).toMatchObject({ type: 'integer', 'x-extensible-enum': [-1, -2] });
    expect(schemaAt(document, 'ErrorResponse/properties/error/properties/code').$ref).toMatch(/ErrorCode$/);
    expect(schemaAt(document, 'ErrorResponse/properties/status_code').$ref).toMatch(/ErrorCode$/);
  });
  it('may come under any status', () => {
    expect(nodeAt(document, '#/paths/~1payments/post/responses/default')).toEqual({
      $ref: '#/components/responses/OtherError',
    });
  });
});

describe('for other tools', () => {
  const callback = (document: unknown) => nodeAt(document, '#/paths/~1payments/post/callbacks/back');
  it('callbacks stand in their operations', () => {
    const document = inlineCallbacks(contractWith(), 'en');
    expect(callback(document)).toHaveProperty('{$request.body#/url}');
    expect(document.components).not.toHaveProperty('callbacks');
  });
  it('the form of a callback has one example, the one that follows from the answer', () => {
    const inlined = inlineCallbacks(contractWith(), 'en');
    const form = (document: ContractDocument) =>
      nodeAt(
        document,
        '#/paths/~1payments/post/callbacks/back/{$request.body#~1url}/post/requestBody/content/application~1json',
      ) as MediaType;
    form(inlined).examples = {
      awaiting: { summary: 'Awaiting', value: 1 },
      failed: { summary: 'Failed', value: 2 },
    };
    expect(Object.keys(form(oneCallbackExample(inlined, 'en')).examples ?? {})).toEqual(['awaiting']);
    expect(form(oneCallbackExample(inlineCallbacks(contractWith(), 'en'), 'en'))).not.toHaveProperty(
      'examples',
    );
  });
  it('headers of an event stand in its webhook, and only there', () => {
    const document = inlineEventHeaders(contractWith(), 'en');
    expect(nodeAt(document, '#/webhooks/paid/post/parameters/0')).toMatchObject({ name: 'X-Event' });
    expect(document.components.parameters).toEqual({});
  });
  describe('an object inside an answer', () => {
    const document = opened({}, nameObjects);
    it('has a name made of its place, and stands before what it was in', () => {
      expect(schemaAt(document, 'Answer/properties/data').$ref).toBe('#/components/schemas/AnswerData');
      expect(schemaAt(document, 'AnswerData/properties/status').$ref).toMatch(/Status$/);
      const names = Object.keys(document.components.schemas);
      expect(names.indexOf('AnswerData')).toBe(names.indexOf('Answer') - 1);
    });
    it('has a name in a list as well', () => {
      const item = { type: 'object', properties: { id: { type: 'string' } } };
      const list = opened(
        { Meta: { type: 'object', properties: { rows: { type: 'array', items: item } } } },
        nameObjects,
      );
      expect(schemaAt(list, 'Meta/properties/rows/items').$ref).toBe('#/components/schemas/MetaRowsItem');
      expect(schemaAt(list, 'MetaRowsItem')).toEqual(item);
    });
    it('is told when that name is taken', () => {
      expect(() => opened({ AnswerData: { type: 'string' } }, nameObjects)).toThrow('AnswerData');
    });
  });
  describe('an object whose fields are all alike', () => {
    const meta = (others: Schema) => ({
      type: 'object',
      description: 'Words.',
      required: ['one'],
      properties: { one: { type: ['string', 'null'] }, two: { type: 'string' } },
      additionalProperties: others,
    });
    it('is a map, and says which names there are today', () => {
      expect(schemaAt(opened({ Meta: meta({ type: 'string' }) }, mapsOfNames), 'Meta')).toEqual({
        type: 'object',
        description: 'Words. Known today: `one`, `two`; others may come.',
        additionalProperties: { type: ['string', 'null'] },
      });
    });
    it('is none when the unknown ones are different', () => {
      const kept = meta({ type: 'integer' });
      expect(schemaAt(opened({ Meta: kept }, mapsOfNames), 'Meta')).toEqual(kept);
    });
  });
  it('integers that are received have 64 bits', () => {
    const document = opened({}, sizeIntegers);
    expect(schemaAt(document, 'ReceivedAmount').format).toBe('int64');
    expect(schemaAt(document, 'Amount')).not.toHaveProperty('format');
  });
  it('a closed list that shares values with a longer one stands where it is sent', () => {
    const document = opened(
      {
        Few: { type: 'string', enum: ['card'] },
        Order: {
          type: 'object',
          properties: {
            kind: { $ref: '#/components/schemas/Kind' },
            few: { $ref: '#/components/schemas/Few', description: 'Of these.' },
          },
        },
      },
      inlineClashingLists,
    );
    expect(schemaAt(document, 'Order/properties/few')).toEqual({
      type: 'string',
      enum: ['card'],
      description: 'Of these.',
    });
    expect(schemaAt(document, 'Order/properties/kind').$ref).toMatch(/Kind$/);
  });
  describe('a number of a list', () => {
    it('is called what the catalogue calls its error, by all names when there are several', () => {
      const late = structuredClone(contractWith().components.schemas.ErrorLate as Schema);
      const document = opened({ ErrorTooLate: late }, oneEnvelope, openLists, nameCodes);
      expect(schemaAt(document, 'ErrorCode')['x-enum-varnames']).toEqual(['LATE_OR_TOO_LATE', 'POOR']);
    });
    it('is called as the state of the payment that it tells', () => {
      const contract = contractWith({
        Status: { type: 'integer', enum: [-1], 'x-callback-messages': { '-1': '' } },
      });
      contract['x-payment-lifecycle'] = {
        states: { FAILED: { callback: -1 }, TIMED_OUT: { callback: -1 }, NEW: {} },
      };
      const document = nameCodes(openLists(contract, 'en'), 'en');
      expect(schemaAt(document, 'Status')['x-enum-varnames']).toEqual(['FAILED_OR_TIMED_OUT']);
    });
    it('is told when nothing names it', () => {
      const contract = contractWith({
        Status: { type: 'integer', enum: [7], 'x-callback-messages': { 7: '' } },
      });
      expect(() => nameCodes(openLists(contract, 'en'), 'en')).toThrow('7');
    });
  });
  it('a name for another schema says itself what that one says', () => {
    const document = opened(
      {
        Signature: { $ref: '#/components/schemas/Hex', description: 'Of an event.' },
        Hex: { $ref: '#/components/schemas/Text', pattern: '^[0-9a-f]+$', description: 'In hex.' },
        Text: { type: 'string' },
      },
      writeOutAliases,
    );
    expect(schemaAt(document, 'Signature')).toEqual({
      type: 'string',
      pattern: '^[0-9a-f]+$',
      description: 'Of an event.',
    });
  });
  it('values are described by a list in their order', () => {
    const document = opened({}, openLists, listEnumDescriptions);
    const descriptions = ['By card.', 'In cash.'];
    expect(schemaAt(document, 'Kind')['x-enum-descriptions']).toEqual(descriptions);
    expect(schemaAt(document, 'ReceivedKind')['x-enum-descriptions']).toEqual(descriptions);
  });
  it('a value without its description is told', () => {
    const kind = { type: 'string', enum: ['card'], 'x-enum-descriptions': { cash: 'In cash.' } };
    expect(() => listEnumDescriptions(contractWith({ Kind: kind }), 'en')).toThrow('card');
  });
  it('nothing is left that nothing uses', () => {
    const document = dropUnused(
      contractWith({ Lonely: { $ref: '#/components/schemas/Other' }, Other: {} }),
      'en',
    );
    expect(document.components.schemas).not.toHaveProperty('Lonely');
    expect(document.components.schemas).not.toHaveProperty('Other');
    expect(document.components.securitySchemes).toEqual({ token: { type: 'http' } });
  });
});
