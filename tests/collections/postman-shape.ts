// The parts of Postman's format 2.1 that our collection uses, as a JSON Schema: nothing else may stand in it.

const text = { type: 'string' };

const object = (required: Record<string, object>, optional: Record<string, object> = {}) => ({
  type: 'object',
  required: Object.keys(required),
  additionalProperties: false,
  properties: { ...required, ...optional },
});

const list = (items: object) => ({ type: 'array', items });

const entries = list(object({ key: text, value: text }, { description: text, type: text }));

const auth = {
  oneOf: [object({ type: { const: 'noauth' } }), object({ type: { const: 'bearer' }, bearer: entries })],
};

const event = object({
  listen: { enum: ['prerequest', 'test'] },
  script: object({ type: { const: 'text/javascript' }, exec: list(text) }),
});

const request = object(
  {
    method: { enum: ['GET', 'POST'] },
    header: entries,
    url: object(
      {
        raw: { type: 'string', pattern: '^\\{\\{(baseUrl|sandbox)\\}\\}/' },
        host: list(text),
        path: list({ type: 'string', minLength: 1 }),
      },
      { query: entries },
    ),
    description: text,
  },
  { body: object({ mode: { const: 'raw' }, raw: text, options: { type: 'object' } }), auth },
);

const answer = object({
  name: text,
  originalRequest: request,
  code: { type: 'integer' },
  status: text,
  header: entries,
  _postman_previewlanguage: { enum: ['json', 'html'] },
  body: text,
});

const item = object({ name: text, event: { ...list(event), minItems: 1 }, request, response: list(answer) });

/** What a collection has to look like. */
export const postmanShape = object({
  info: object({
    name: text,
    description: text,
    version: text,
    schema: { const: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  }),
  auth,
  event: list(event),
  variable: entries,
  item: {
    ...list(object({ name: text, description: text, item: { ...list(item), minItems: 1 } })),
    minItems: 1,
  },
});
