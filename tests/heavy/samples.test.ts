// Runs every code sample against the mock and compares what arrives with the example that it was made from.
import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generatedFolder } from '../../foundation/reader/paths.ts';
import { type OperationId, operations, signing } from '../../generated/facts.ts';
import { printers } from '../../scripts/generate/samples/index.ts';
import { type Arrival, type RecordingFront, startRecordingFront } from './front.ts';
import { type ProgramRun, run } from './run.ts';
import { expectedRequest, type SampleFile, sampleFiles, sampleServer } from './samples/expected.ts';
import { hostileBody, hostileRequest } from './samples/hostile.ts';
import { languages } from './samples/languages.ts';

/** Go compiles its whole standard library the first time; in milliseconds. */
const compilationTimeout = 600_000;

const token = 'idg_test_TheTokenOfTheSamples';
const secretKey = 'the secret key: کلید $`"\'\\';
const samples = sampleFiles();

let front: RecordingFront;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'irandargah-samples-'));
  // Each sample has an address of its own, so that all of them can share one server.
  front = await startRecordingFront({
    route: ({ url = '' }) => {
      const [, name = '', target = '/'] = /^\/([^/]+)(\/.*)$/.exec(url) ?? [];
      return { name, target };
    },
  });
});

afterAll(async () => {
  await front.close();
  await rm(folder, { recursive: true });
});

/** The one request that a sample sent. */
function arrivalOf({ name }: SampleFile, result: ProgramRun | undefined): Arrival {
  const arrivals = front.arrivalsOf(name);
  expect(arrivals, `the requests of ${name}, which printed:\n${result?.output}`).toHaveLength(1);
  return arrivals[0] as Arrival;
}

/** The signature by the words of the contract, computed without any code of the samples. */
function rightSignature({ method, path, headers, body }: Arrival): string {
  const endpoint = path.slice('/v2/'.length);
  return createHmac('sha256', secretKey)
    .update(`${method}:${endpoint}:`)
    .update(body)
    .update(`:${headers[signing.request.timestamp_header.toLowerCase()]}`)
    .digest('hex');
}

test('every operation that programs call has a sample in each of the six languages', () => {
  const called = (Object.keys(operations) as OperationId[]).filter(
    (operationId) => operations[operationId].successSchema !== null,
  );
  const wanted = called.flatMap((operationId) =>
    Object.keys(languages).map((extension) => `${operationId}.${extension}`),
  );
  expect([...new Set(samples.map((sample) => `${sample.operationId}.${sample.extension}`))].sort()).toEqual(
    wanted.sort(),
  );
});

test('every operation that takes a signature has samples that sign', () => {
  const signed = new Set(samples.filter((sample) => sample.signed).map((sample) => sample.operationId));
  const wanted = (Object.keys(operations) as OperationId[]).filter(
    (operationId) => operations[operationId].requestSigning,
  );
  expect([...signed].sort()).toEqual(wanted.sort());
});

test('the Go samples are formatted as gofmt does', async () => {
  const { code, output } = await run(['gofmt', '-l', 'samples'], { cwd: generatedFolder });
  expect({ code, output }).toEqual({ code: 0, output: '' });
});

describe.each(Object.entries(languages))('samples in %s', (extension, { label, run: runSamples }) => {
  const own = samples.filter((sample) => sample.extension === extension);
  let results: Map<string, ProgramRun>;

  beforeAll(async () => {
    const runnable = own.map(({ name, source }) => ({
      name,
      source: source.replaceAll(sampleServer, `${front.url}/${name}`),
    }));
    const env = { IRANDARGAH_TOKEN: token, IRANDARGAH_SECRET_KEY: secretKey };
    results = await runSamples(runnable, await mkdtemp(join(folder, `${extension}-`)), env);
  }, compilationTimeout);

  test.each(own)(`${label} $operationId, example $example (signed: $signed)`, (sample) => {
    const result = results.get(sample.name);
    const arrival = arrivalOf(sample, result);
    const expected = expectedRequest(sample.operationId, sample.example);

    expect(arrival.method).toBe(expected.method);
    expect(arrival.path).toBe(expected.path);
    expect(arrival.query).toEqual(expected.query);
    expect(arrival.headers).toMatchObject(expected.headers);
    expect(arrival.headers.authorization).toBe(
      operations[sample.operationId].token ? `Bearer ${token}` : undefined,
    );
    if (expected.body === undefined) {
      expect(arrival.body.toString()).toBe('');
    } else {
      expect(arrival.headers['content-type']).toMatch(/^application\/json(; ?charset=utf-8)?$/i);
      expect(JSON.parse(arrival.body.toString('utf8'))).toEqual(expected.body);
    }
    const signatureHeader = arrival.headers[signing.request.signature_header.toLowerCase()];
    expect(signatureHeader).toBe(sample.signed ? rightSignature(arrival) : undefined);

    expect(arrival.status).toBe(operations[sample.operationId].successStatus);
    expect(result?.code, result?.output).toBe(0);
    expect(result?.output, 'what the sample shows of the answer').toContain('{"');
  });
});

describe.each(printers)('any text in a sample of $label', ({ extension, print }) => {
  test.each([false, true])('arrives as it was written (signed: %s)', async (signed) => {
    const name = `hostile-${extension}-${signed}`;
    const request = hostileRequest(`${front.url}/${name}/v2/payments`);
    const source = print(request, signed ? request.signing : undefined);
    const env = { IRANDARGAH_TOKEN: token, IRANDARGAH_SECRET_KEY: secretKey };
    const own = await mkdtemp(join(folder, `${name}-`));
    const result = (await languages[extension]?.run([{ name, source }], own, env))?.get(name);
    const [arrival] = front.arrivalsOf(name);
    expect(arrival, result?.output).toBeDefined();
    expect(JSON.parse(arrival?.body.toString('utf8') ?? '')).toEqual(hostileBody);
    const signatureHeader = arrival?.headers[signing.request.signature_header.toLowerCase()];
    expect(signatureHeader).toBe(signed ? rightSignature(arrival as Arrival) : undefined);
  });
});
