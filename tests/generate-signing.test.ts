// Another way of signing in the contract stops the generator: the packages would go on as before, and sign wrongly.
import { expect, it } from 'vitest';
import contract from '../generated/strict.en.json' with { type: 'json' };
import { checkSigning } from '../scripts/generate/clients/implemented-signing.ts';

const signing = contract['x-signing'];
const { request, response, webhook } = signing;

it('takes the contract as it is', () => {
  expect(() => checkSigning(signing)).not.toThrow();
});

it.each<[what: string, change: object]>([
  ['a request', { request: { ...request, parts: ['METHOD', 'body', 'timestamp'] } }],
  ['an answer', { response: { ...response, separator: '|' } }],
  ['a webhook', { webhook: { ...webhook, parts: ['data', 'timestamp'] } }],
  ['by another algorithm', { algorithm: 'HMAC-SHA512' }],
  ['in another encoding', { encoding: 'base64' }],
])('refuses one that signs %s otherwise', (_, change) => {
  expect(() => checkSigning({ ...signing, ...change })).toThrow('in client/');
});
