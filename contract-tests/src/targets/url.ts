// Any server by its address, with the credentials of the environment.
import { servers, tokens } from '../contract/facts.ts';
import type { Capability } from '../plan/case.ts';
import type { Options } from '../run/options.ts';
import { Unjudgeable } from '../run/unjudgeable.ts';
import type { Target } from './target.ts';

const isLoopback = (host: string) => /^(localhost|127(\.[0-9]+){3}|\[::1\])$/.test(host);

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
export function urlTarget({ target, token, secretKey, write, undocumented }: Options): Target {
  const url = addressOf(target);
  if (!token) {
    throw new Unjudgeable(
      `Set CONTRACT_TOKEN to a token of ${url} (and CONTRACT_SECRET_KEY, if its terminal has a secret key).`,
    );
  }
  const capabilities = new Set<Capability>(['tokens', 'clock', 'field-names', 'empty-headers']);
  if (secretKey) capabilities.add('signatures');
  if (write) capabilities.add('write');
  if (undocumented) capabilities.add('undocumented');
  return {
    name: url,
    url,
    mock: false,
    environment: environmentOf(token),
    capabilities,
    without: {
      control:
        'it takes a payer, a clock, other terminals or failures on order, as the sandbox of this project has them',
      write: 'it would change something: add --write',
      undocumented: 'the gateway has not documented it: add --undocumented',
      signatures: 'no CONTRACT_SECRET_KEY is set',
    },
    credentials: { token, ...(secretKey && { secretKey }) },
    now: () => Math.floor(Date.now() / 1000),
    close: async () => {},
  };
}
