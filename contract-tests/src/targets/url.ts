// Any server by its address, with the credentials of the environment.
import { servers, tokens } from '../contract/facts.ts';
import type { Capability } from '../plan/case.ts';
import type { Options } from '../run/options.ts';
import { Unjudgeable } from '../run/unjudgeable.ts';
import { isLoopback } from './loopback.ts';
import type { Target } from './target.ts';

/** @throws Unjudgeable when the address is not one that a token may be sent to */
export function addressOf(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new Unjudgeable(
      `"${text}" is no target. Give mock, sandbox or an address such as ${servers.sandbox}.`,
    );
  }
  const { protocol, hostname, origin, pathname, search } = new URL(text);
  if (protocol === 'http:' && !isLoopback(hostname)) {
    throw new Unjudgeable(
      `${text} would carry your token in clear: use https://. Plain http:// is for this machine only.`,
    );
  }
  if (pathname !== '/' || search) {
    throw new Unjudgeable(`Give the address of the server alone, without a path: ${origin}`);
  }
  return origin;
}

/** The environment that a token belongs to, by its prefix. */
export function environmentOf(token: string): Target['environment'] {
  return token.startsWith(tokens.prefixes.production) ? 'production' : 'sandbox';
}

/** @throws Unjudgeable without a token */
export function urlTarget(options: Options): Target {
  const { target, token, secretKey, write, undocumented, otherToken, otherSecretKey } = options;
  const url = addressOf(target);
  if (!token) {
    throw new Unjudgeable(
      `Set CONTRACT_TOKEN to a token of ${url} (and CONTRACT_SECRET_KEY, if its terminal has a secret key).`,
    );
  }
  const environment = environmentOf(token);
  if (write && environment === 'production' && !options.realMoney) {
    throw new Unjudgeable(
      'CONTRACT_TOKEN is a token of production: with --write this would make real payments. Take one of the sandbox (idg_test_…), or add --real-money.',
    );
  }
  if (otherToken !== undefined && (otherToken === token || environmentOf(otherToken) !== environment)) {
    throw new Unjudgeable(
      'CONTRACT_OTHER_TOKEN must be the token of another terminal than CONTRACT_TOKEN, of the same environment.',
    );
  }
  const isNear = isLoopback(new URL(url).hostname);
  const pays = write && options.payer !== undefined;
  const has: Partial<Record<Capability, boolean>> = {
    tokens: true,
    state: true,
    clock: true,
    'field-names': true,
    'empty-headers': true,
    signatures: secretKey !== undefined,
    write,
    undocumented,
    payer: pays,
    'test-cards': pays && environment === 'sandbox',
    receiver: write && (isNear || options.publicUrl !== undefined),
    'second-terminal': otherToken !== undefined,
    limits: options.tryLimits,
  };
  const capabilities = new Set(
    Object.entries(has).flatMap(([name, isThere]) => (isThere ? [name as Capability] : [])),
  );
  return {
    name: url,
    url,
    mock: false,
    environment,
    capabilities,
    without: {
      payer: 'somebody has to pay: add --payer (person, or the address of a card robot)',
      'test-cards': pays
        ? 'only the test cards of a sandbox make a payment fail'
        : 'somebody has to pay: add --payer (person, or the address of a card robot)',
      receiver: 'the gateway must reach this machine: add --public-url (and --listen)',
      'second-terminal': 'it takes another terminal: set CONTRACT_OTHER_TOKEN',
      limits: 'it would use up a limit of your terminal: add --try-limits',
      terminals: 'it takes terminals of other kinds, as the sandbox of this project can make them',
      rotation: 'it takes a token that is rotated away, as the sandbox of this project can do it',
      failures: 'it takes failures on order, as the sandbox of this project has them',
      'time-travel': 'it takes a clock that can be moved, as the sandbox of this project has it',
      control: 'it takes what happens on order, as the sandbox of this project has it',
      write: 'it would change something: add --write',
      undocumented: 'the gateway has not documented it: add --undocumented',
      signatures: 'no CONTRACT_SECRET_KEY is set',
    },
    credentials: { token, ...(secretKey && { secretKey }) },
    ...(otherToken && {
      second: { token: otherToken, ...(otherSecretKey && { secretKey: otherSecretKey }) },
    }),
    now: () => Math.floor(Date.now() / 1000),
    close: async () => {},
  };
}
