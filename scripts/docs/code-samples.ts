// Writes a request of each operation in the six languages of the gateway's own documentation, for Redoc to show.
import { type ClientId, snippetz, type TargetId } from '@scalar/snippetz';
import { type OpenApiDocument, type Operation, type Parameter, resolve } from './document.ts';

/** A language of the samples: how Redoc names it, and what prints it. */
interface SampleLanguage {
  label: string;
  /** The name by which Redoc highlights it. */
  lang: string;
  target: TargetId;
  client: ClientId<TargetId>;
  /** What the printed request needs before it, so that the sample runs as pasted. */
  preamble?: string;
}

const sampleLanguages: SampleLanguage[] = [
  { label: 'curl', lang: 'bash', target: 'shell', client: 'curl' },
  { label: 'PHP', lang: 'php', target: 'php', client: 'curl', preamble: '<?php\n' },
  { label: 'Node.js', lang: 'javascript', target: 'node', client: 'fetch' },
  { label: 'Go', lang: 'go', target: 'go', client: 'native' },
  { label: 'Python', lang: 'python', target: 'python', client: 'requests', preamble: 'import requests\n\n' },
  {
    label: 'C#',
    lang: 'csharp',
    target: 'csharp',
    client: 'httpclient',
    preamble: 'using System.Net.Http.Headers;\n\n',
  },
];

export interface CodeSample {
  lang: string;
  label: string;
  source: string;
}

type PrintedRequest = NonNullable<Parameters<ReturnType<typeof snippetz>['print']>[2]>;

/** A parameter stands in the samples when it is required or the contract gives it an example. */
function sampleValue({ required, example, schema }: Parameter): string | undefined {
  if (example !== undefined) return String(example);
  return required ? String(schema?.examples?.[0] ?? '') : undefined;
}

/**
 * The request that the samples of an operation make: to the first server, with the first named example
 * of the body, and with a token in the caller's place.
 */
export function sampleRequest(
  document: OpenApiDocument,
  path: string,
  method: string,
  operation: Operation,
): PrintedRequest {
  const parameters = (operation.parameters ?? []).map((parameter) => resolve(document, parameter));
  const valuesIn = (place: Parameter['in']) =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map((parameter) => ({ name: parameter.name, value: sampleValue(parameter) }))
      .filter((pair): pair is { name: string; value: string } => pair.value !== undefined);

  const [media] = Object.entries(operation.requestBody?.content ?? {});
  const [example] = Object.values(media?.[1].examples ?? {});
  const needsToken = (operation.security ?? document.security ?? []).length > 0;
  return {
    method: method.toUpperCase(),
    url: valuesIn('path').reduce(
      (url, { name, value }) => url.replace(`{${name}}`, encodeURIComponent(value)),
      `${document.servers[0]?.url ?? ''}${path}`,
    ),
    queryString: valuesIn('query'),
    headers: [
      ...(needsToken ? [{ name: 'Authorization', value: 'Bearer YOUR_API_TOKEN' }] : []),
      ...valuesIn('header'),
      ...(media ? [{ name: 'Content-Type', value: media[0] }] : []),
    ],
    ...(media && example
      ? { postData: { mimeType: media[0], text: JSON.stringify(resolve(document, example).value, null, 2) } }
      : {}),
  };
}

/** The samples of one request, in every language. */
export function codeSamples(request: PrintedRequest): CodeSample[] {
  const printer = snippetz();
  return sampleLanguages.map(({ label, lang, target, client, preamble = '' }) => ({
    lang,
    label,
    source: `${preamble}${printer.print(target, client, request) ?? ''}`,
  }));
}
