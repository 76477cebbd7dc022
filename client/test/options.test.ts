// A client that is set up wrongly fails before anything is sent, and says what to do.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ClientOptions, ConfigurationError, createClient } from '../src/index.ts';
import { liveToken, token } from './shop.ts';

afterEach(() => vi.unstubAllGlobals());

const sandbox: ClientOptions = { token, environment: 'sandbox' };
const production: ClientOptions = { token: liveToken, environment: 'production' };

describe('createClient refuses', () => {
  it.each<{ what: string; options: Partial<ClientOptions>; message: RegExp }>([
    {
      what: 'a live token in the sandbox',
      options: { ...sandbox, token: liveToken },
      message: /begins with idg_test_/,
    },
    {
      what: 'a test token in production',
      options: { ...production, token },
      message: /begins with idg_live_/,
    },
    {
      what: 'a token with a blank',
      options: { ...sandbox, token: `${token} ` },
      message: /take that one/,
    },
    { what: 'a missing token', options: { environment: 'sandbox' }, message: /take that one/ },
    { what: 'a missing environment', options: { token }, message: /"production" or "sandbox"/ },
    { what: 'an empty secret key', options: { ...sandbox, secretKey: '' }, message: /secret is empty/ },
    {
      what: 'the address of the other environment',
      options: { ...sandbox, baseUrl: 'https://ipg.irandargah.com/' },
      message: /does not fit sandbox/,
    },
    {
      what: 'the sandbox for a live token',
      options: { ...production, baseUrl: 'https://sandbox.irandargah.com' },
      message: /does not fit production/,
    },
    {
      what: 'plain HTTP for a live token',
      options: { ...production, baseUrl: 'http://127.0.0.1:4020' },
      message: /https:/,
    },
  ])('$what', ({ options, message }) => {
    const fetch = vi.fn();
    const create = () => createClient({ ...options, fetch } as ClientOptions);
    expect(create).toThrow(ConfigurationError);
    expect(create).toThrow(message);
    expect(create).not.toThrow(options.token ?? 'no token');
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([
    { what: 'a browser', globals: { document: {} } },
    { what: 'a worker of a browser', globals: { importScripts: () => {} } },
    { what: 'a mobile app', globals: { navigator: { product: 'ReactNative' } } },
  ])('a live token in $what', ({ globals }) => {
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    expect(() => createClient(production)).toThrow(/never reach a browser or an app/);
    expect(() => createClient(sandbox)).not.toThrow();
  });
});

it('accepts a sandbox on the own machine, with or without a final slash', async () => {
  const fetch = vi.fn(async () => new Response('{"status":"ok"}'));
  for (const baseUrl of ['http://127.0.0.1:4020', 'http://127.0.0.1:4020/']) {
    await createClient({ ...sandbox, baseUrl, fetch }).getHealth();
  }
  expect(fetch.mock.calls.map(([url]: unknown[]) => url)).toEqual(
    Array(2).fill('http://127.0.0.1:4020/health'),
  );
});

it('calls fetch as a function of nobody, as workers demand', async () => {
  let self: unknown = 'not called';
  const fetch = async function (this: unknown) {
    self = this;
    return new Response('{"status":"ok"}');
  };
  await createClient({ ...sandbox, fetch }).getHealth();
  expect(self).toBeUndefined();
});
