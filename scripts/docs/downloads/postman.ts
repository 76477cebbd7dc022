// Makes a Postman collection (format 2.1) from the contract: a folder for each area, with requests and example answers.
import { idempotency, servers, signing } from '../../../generated/facts.ts';
import {
  type ContractDocument,
  type Example,
  isDemanded,
  type Operation,
  type Parameter,
  type Response,
  resolve,
} from '../../generate/document.ts';
import { type Area, areasOf } from '../plain/areas.ts';

interface Variable {
  key: string;
  value: string;
  description?: string;
}

interface PostmanRequest {
  method: string;
  header: (Variable & { disabled?: boolean })[];
  url: {
    raw: string;
    host: string[];
    path: string[];
    query: (Variable & { disabled?: boolean })[];
    variable: Variable[];
  };
  body?: { mode: 'raw'; raw: string; options: { raw: { language: 'json' } } };
  auth?: { type: 'noauth' };
  description: string;
}

interface PostmanItem {
  name: string;
  request: PostmanRequest;
  response: {
    name: string;
    originalRequest: PostmanRequest;
    code: number;
    status: string;
    header: Variable[];
    _postman_previewlanguage: 'json' | 'html';
    body: string;
  }[];
}

export interface PostmanCollection {
  info: { name: string; description: string; version: string; schema: string };
  auth: { type: 'bearer'; bearer: (Variable & { type: 'string' })[] };
  variable: Variable[];
  item: { name: string; description: string; item: PostmanItem[] }[];
}

/** Headers that depend on time or on a key, which Postman fills in or the reader turns on. */
const optionalHeaders: string[] = [
  signing.request.signature_header,
  signing.request.timestamp_header,
  idempotency.alias,
];

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

/** What stands in the place of a parameter that the contract gives no example for. */
const sample = ({ example, schema }: Parameter, document: ContractDocument): string => {
  const { examples } = resolve(document, schema) as { examples?: unknown[] };
  return String(example ?? examples?.[0] ?? '');
};

function requestOf(
  path: string,
  method: string,
  operation: Operation,
  document: ContractDocument,
): PostmanRequest {
  const parameters = (operation.parameters ?? []).map((node) => resolve<Parameter>(document, node));
  const described = (place: Parameter['in']) =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map((parameter) => ({
        key: parameter.name,
        value: parameter.name === idempotency.header ? '{{$guid}}' : sample(parameter, document),
        description: String(parameter.description ?? ''),
        ...(isDemanded(parameter) ? {} : { disabled: true }),
      }));
  const media = operation.requestBody?.content['application/json'];
  const [example] = Object.values(media?.examples ?? {});
  const segments = path
    .split('/')
    .filter(Boolean)
    .map((segment) => segment.replace(/^\{(.*)\}$/, ':$1'));
  const headers = described('header').filter(({ key }) => !optionalHeaders.includes(key));
  return {
    method: method.toUpperCase(),
    header: [...headers, ...(media ? [{ key: 'Content-Type', value: 'application/json' }] : [])],
    url: {
      raw: `{{baseUrl}}/${segments.join('/')}`,
      host: ['{{baseUrl}}'],
      path: segments,
      query: described('query'),
      variable: described('path').map(({ key, value, description }) => ({ key, value, description })),
    },
    ...(example
      ? {
          body: {
            mode: 'raw' as const,
            raw: asText(resolve<Example>(document, example).value),
            options: { raw: { language: 'json' as const } },
          },
        }
      : {}),
    ...(operation.security?.length === 0 ? { auth: { type: 'noauth' as const } } : {}),
    description: operation.description,
  };
}

function answersOf(
  operation: Operation,
  request: PostmanRequest,
  document: ContractDocument,
): PostmanItem['response'] {
  return Object.entries(operation.responses).flatMap(([status, node]) => {
    const response = resolve<Response>(document, node);
    return Object.entries(response.content ?? {}).flatMap(([type, { examples = {} }]) =>
      Object.values(examples).map((node) => {
        const { summary, value } = resolve<Example>(document, node);
        return {
          name: `${status} ${summary}`,
          originalRequest: request,
          code: Number(status),
          status: response.description,
          header: [{ key: 'Content-Type', value: type }],
          _postman_previewlanguage: type === 'application/json' ? ('json' as const) : ('html' as const),
          body: asText(value),
        };
      }),
    );
  });
}

function folder({ title, description, operations }: Area, document: ContractDocument) {
  const items = operations
    .filter(({ kind }) => kind === 'operation')
    .map(({ path, method, operation }) => {
      const request = requestOf(path, method, operation, document);
      return { name: operation.summary, request, response: answersOf(operation, request, document) };
    });
  return { name: title, description, item: items };
}

/** The collection; `baseUrl` and `token` are variables that a reader sets once. */
export function postmanCollection(document: ContractDocument): PostmanCollection {
  const { title, version, description } = document.info;
  return {
    info: {
      name: title,
      description,
      version,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
    variable: [
      { key: 'baseUrl', value: servers.sandbox },
      { key: 'token', value: '' },
    ],
    item: areasOf(document)
      .map((area) => folder(area, document))
      .filter(({ item }) => item.length > 0),
  };
}
