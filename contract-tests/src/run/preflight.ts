// Finds out, before anything is judged, whether there is a server at all and whether it takes the token.

import { nodeAt } from '../../../foundation/reader/pointers.ts';
import { operationOf } from '../contract/document.ts';
import { errors } from '../contract/facts.ts';
import { draftOf, render } from '../plan/draft.ts';
import type { Target } from '../targets/target.ts';
import { NoAnswer, transport } from '../transport.ts';
import { inWords, isLikeGateway, secondsToWait, whatItIs } from './likeness.ts';
import { Unjudgeable, unreachable } from './unjudgeable.ts';

/** What stands in the way when the server refuses the run's own caller, by the code of its refusal. */
function refusal(status: number, code: unknown, url: string): string | undefined {
  // The code decides: under which status each comes is only assumed.
  const [name, error] = Object.entries(errors).find(([, one]) => one.code === code) ?? [];
  switch (name) {
    case 'ErrorSignatureMissing':
      return `The terminal demands signed requests: set CONTRACT_SECRET_KEY to its secret key.`;
    case 'ErrorTimestampInvalid':
      return `${url} finds the time of the request too far away: set the clock of this machine.`;
    case 'ErrorSignatureInvalid':
      return `${url} does not accept the signature: CONTRACT_SECRET_KEY is not the secret key of this terminal.`;
    case 'ErrorIpNotAllowed':
      return `${url} does not take requests from this address: put it on the terminal's list of allowed addresses.`;
    case 'ErrorTerminalInactive':
      return `The terminal of the token is not active: look at it in the panel of the gateway.`;
    default:
      if (!error?.type.startsWith('auth') && status !== 401 && status !== 403) return undefined;
      return `${url} refuses the token in CONTRACT_TOKEN (HTTP ${status}${typeof code === 'number' ? `, code ${code}` : ''}). Take a valid one, of the same environment as the address.`;
  }
}

function bodyOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The longest that a run waits because a server asks for it, in milliseconds. */
export const maximumWait = 120_000;

/** Reading requests that a gateway answers whatever it has done before; the second and the third need the token. */
const probes = ['getHealth', 'listWebhookEvents', 'listTransactions'] as const;

/** @throws Unjudgeable with a sentence when the server cannot be judged */
export async function preflight(target: Target, timeout: number): Promise<void> {
  const { send, close } = transport(target.url, timeout);
  const ask = async (id: (typeof probes)[number]) => {
    const now = target.now();
    return send(
      render(draftOf(operationOf(id)), { ...target.credentials, now, idempotencyKey: 'preflight' }),
    );
  };
  try {
    const health = await ask('getHealth');
    const listed = await ask('listWebhookEvents');
    const reason = target.mock
      ? undefined
      : refusal(listed.status, nodeAt(bodyOf(listed.body), '/error/code'), target.url);
    const isGateway = [health, listed].some(isLikeGateway);
    if (reason && (isGateway || listed.status === 401)) throw new Unjudgeable(reason);
    if (!isGateway) {
      const third = await ask('listTransactions');
      if (!isLikeGateway(third)) throw new Unjudgeable(whatItIs([health, listed, third], target.url));
    }
    const wait = listed.status === 429 ? (secondsToWait(listed) ?? 0) : 0;
    if (wait * 1000 > maximumWait && (await ask('listTransactions')).status === 429) {
      throw new Unjudgeable(
        `${target.url} answers only HTTP 429 to this token and says to wait ${inWords(wait)} (Retry-After: ${wait}). Run it again after that, or with a token that nobody else uses.`,
      );
    }
  } catch (error) {
    if (error instanceof NoAnswer) throw new Unjudgeable(unreachable(error, target.url));
    throw error;
  } finally {
    close();
  }
}
