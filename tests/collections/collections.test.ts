// The runnable collections say what the flows say, each in the form of its tool, and leave nothing out.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import {
  type ContractDocument,
  operationsOf,
  type Response,
  resolve,
} from '../../foundation/reader/document.ts';
import { generatedFolder, type Language, languages } from '../../foundation/reader/paths.ts';
import { workflowsIn } from '../../foundation/reader/workflows.ts';
import { operations, servers, tokens } from '../../generated/facts.ts';
import { type Flow, flowsOf, type Request } from '../../scripts/generate/collections/flows.ts';
import type { PostmanCollection } from '../../scripts/generate/collections/postman.ts';
import { postmanShape } from './postman-shape.ts';

const generated = (path: string) => readFileSync(join(generatedFolder, path), 'utf8');
const documentIn = (language: Language) =>
  JSON.parse(generated(`openapi.${language}.json`)) as ContractDocument;
const postmanIn = (language: Language) =>
  JSON.parse(generated(`collections/${language}/postman.json`)) as PostmanCollection;

/** The files of a collection that is a folder, by their paths in it. */
function filesOf(language: Language, tool: 'bruno' | 'http'): Map<string, string> {
  const folder = join(generatedFolder, 'collections', language, tool);
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file), readFileSync(file, 'utf8')]),
  );
}

const flowsIn = (language: Language): Flow[] => flowsOf(workflowsIn(language), documentIn(language));
const idsOf = (flows: Flow[]) => flows.map(({ requests }) => requests.map(({ id }) => id));

/** The names of the tests that a request needs: one for each criterion of its step. */
const testsOf = ({ checks }: Request) => checks.map(({ name }) => name);

/** The first argument of every call of a function, which is a text in single quotes. */
const namesIn = (script: string, call: string) =>
  [...script.matchAll(new RegExp(`^ *${call}\\('((?:[^'\\\\]|\\\\.)*)'`, 'gm'))].map(([, name = '']) =>
    name.replaceAll("\\'", "'").replaceAll('\\\\', '\\'),
  );

/** What is printed in place of a variable, so that a body is JSON whatever it will hold. */
const filled = (text: string) => text.replaceAll(/\{\{\w+\}\}/g, 'x');

describe.each(languages)('the Postman collection in %s', (language) => {
  const collection = postmanIn(language);
  const flows = flowsIn(language);
  const items = collection.item.flatMap(({ item }) => item);
  const requests = flows.flatMap((flow) => flow.requests);

  it('has the shape of format 2.1', () => {
    const validate = new Ajv({ allErrors: true, strict: false }).compile(postmanShape);
    validate(collection);
    expect(validate.errors).toBeNull();
  });

  it('has a folder for each flow, and in it a request for each step', () => {
    expect(collection.item.map(({ name }) => name)).toEqual(flows.map(({ title }) => title));
    expect(collection.item.map(({ item }) => item.map(({ name }) => name))).toEqual(idsOf(flows));
  });

  it('tests every criterion of every step', () => {
    for (const [index, item] of items.entries()) {
      const script = item.event.find(({ listen }) => listen === 'test')?.script.exec.join('\n') ?? '';
      expect(namesIn(script, 'pm\\.test').sort()).toEqual(testsOf(requests[index] as Request).sort());
    }
  });

  it('calls every operation, and shows all of its example answers once', () => {
    const document = documentIn(language);
    const documented = operationsOf(document).flatMap(({ operation }) =>
      Object.entries(operation.responses).flatMap(([status, node]) =>
        Object.values(resolve<Response>(document, node).content ?? {}).flatMap(({ examples = {} }) =>
          Object.values(examples).map(() => `${operation.operationId} ${status}`),
        ),
      ),
    );
    const shown = items.flatMap(({ response }, index) =>
      response.map(({ code }) => `${requests[index]?.called?.operation.operationId} ${code}`),
    );
    expect(shown.sort()).toEqual(documented.sort());
    expect(new Set(shown.map((answer) => answer.split(' ')[0])).size).toBe(Object.keys(operations).length);
  });

  it('sends the token where it is needed and nowhere else', () => {
    for (const [index, { request }] of items.entries()) {
      const id = requests[index]?.called?.operation.operationId as keyof typeof operations | undefined;
      expect(request.auth?.type === 'noauth', request.url.raw).toBe(!id || !operations[id].token);
    }
  });
});

describe.each(languages)('the Bruno collection in %s', (language) => {
  const files = filesOf(language, 'bruno');
  const flows = flowsIn(language);
  const requestFiles = [...files].filter(([path]) => /\/\d\d-\w+\.bru$/.test(path));

  it('has a folder for each flow, and in it a file for each step, in their order', () => {
    const folders = [...new Set(requestFiles.map(([path]) => path.split('/')[0]))];
    expect(folders.map((folder) => folder?.replace(/^\d\d-/, ''))).toEqual(flows.map(({ slug }) => slug));
    const inFolder = (folder: string | undefined) =>
      requestFiles
        .filter(([path]) => path.startsWith(`${folder}/`))
        .map(([path]) => /\d\d-(\w+)\.bru$/.exec(path)?.[1]);
    expect(folders.map(inFolder)).toEqual(idsOf(flows));
  });

  it('tests every criterion of every step', () => {
    const requests = flows.flatMap((flow) => flow.requests);
    for (const [index, [path, text]] of requestFiles.entries()) {
      expect(namesIn(text, 'test').sort(), path).toEqual(testsOf(requests[index] as Request).sort());
    }
  });

  it('has nothing but blocks whose content is indented, so that no text can end one', () => {
    for (const [path, text] of files) {
      if (!path.endsWith('.bru')) continue;
      const outside = text.split('\n').filter((line) => line !== '' && !line.startsWith('  '));
      for (const line of outside) expect(line, path).toMatch(/^([a-z:-]+ [{[]|[}\]])$/);
    }
  });
});

describe.each(languages)('the .http files in %s', (language) => {
  const files = filesOf(language, 'http');
  const flows = flowsIn(language);

  it('are one for each flow, and one that signs for each flow in which something can be signed', () => {
    const wanted = flows.flatMap(({ slug, requests }) => [
      `${slug}.http`,
      ...(requests.some(({ endpoint }) => endpoint !== undefined) ? [`${slug}.signed.http`] : []),
    ]);
    expect([...files.keys()].sort()).toEqual([...wanted, 'http-client.env.json'].sort());
  });

  it.each(flows)('$slug has every step with every criterion', ({ slug, requests }) => {
    for (const file of [`${slug}.http`, `${slug}.signed.http`].filter((name) => files.has(name))) {
      const text = files.get(file) ?? '';
      const sections = text.split(/^### /m).slice(1);
      expect(sections.map((section) => section.split('\n')[0])).toEqual(requests.map(({ id }) => id));
      for (const [index, section] of sections.entries()) {
        const request = requests[index] as Request;
        expect(namesIn(section, 'client\\.test').sort()).toEqual(testsOf(request).sort());
        const signs = file.includes('.signed.') && request.endpoint !== undefined;
        expect(section.includes('request.variables.set('), `${file} ${request.id}`).toBe(signs);
      }
    }
  });
});

describe('every collection', () => {
  const texts = languages.flatMap((language) => [
    ...(['bruno', 'http'] as const).flatMap((tool) => [...filesOf(language, tool).values()]),
    generated(`collections/${language}/postman.json`),
  ]);

  it('comes without a token or a secret, and points at this machine', () => {
    for (const language of languages) {
      const { variable } = postmanIn(language);
      const values = Object.fromEntries(variable.map(({ key, value }) => [key, value]));
      expect(values).toMatchObject({ token: '', secret_key: '' });
      expect([values.baseUrl, values.sandbox].map((url) => new URL(url ?? '').hostname)).toEqual([
        '127.0.0.1',
        '127.0.0.1',
      ]);
    }
    const token = new RegExp(`(${tokens.prefixes.sandbox}|${tokens.prefixes.production})[A-Za-z0-9]{8}`);
    for (const text of texts) expect(text.match(token)?.[0]).toBeUndefined();
  });

  it('refuses production before it sends anything', () => {
    const before = [
      ...languages.map((language) => generated(`collections/${language}/postman.json`)),
      ...languages.map((language) => filesOf(language, 'bruno').get('collection.bru') ?? ''),
      ...languages.flatMap((language) =>
        [...filesOf(language, 'http')]
          .filter(([name]) => name.endsWith('.http'))
          .flatMap(([, text]) => text.split(/^### /m).slice(1)),
      ),
    ];
    for (const text of before) {
      expect(text).toContain(`startsWith('${servers.production}')`);
      expect(text).toContain(`startsWith('${tokens.prefixes.production}')`);
    }
  });

  it('sends bodies that are JSON', () => {
    const [postman] = languages.map(postmanIn);
    const bodies = (postman?.item ?? [])
      .flatMap(({ item }) => item)
      .flatMap(({ request }) => request.body?.raw ?? []);
    expect(bodies.length).toBeGreaterThan(20);
    for (const body of bodies) expect(() => JSON.parse(filled(body)), body).not.toThrow();
  });

  it('sends the same in both languages', () => {
    const sent = (language: Language) =>
      flowsIn(language).map(({ id, requests }) => ({
        id,
        requests: requests.map(({ description, called, ...request }) => request),
      }));
    expect(sent('fa')).toEqual(sent('en'));
  });
});
