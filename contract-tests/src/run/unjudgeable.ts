// Why a run cannot say whether the contract is kept; it ends with exit code 2 and this sentence.
import type { NoAnswer } from '../transport.ts';

/** Something stands in the way of judging at all: no server, no valid token, a wrong argument. */
export class Unjudgeable extends Error {}

/**
 * Why a run has ended, in a sentence for its report: what stood in the way, or a fault of the runner itself.
 * The stack of such a fault is for whoever mends it, and goes to the standard error when CONTRACT_DEBUG is set.
 */
export function problemOf(error: unknown): string {
  if (error instanceof Unjudgeable) return error.message;
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  if (process.env.CONTRACT_DEBUG) console.error(stack);
  return `The runner itself has failed (${name}: ${message.split('\n')[0]}), which says nothing about the server. Please report it, with the command; CONTRACT_DEBUG=1 shows where.`;
}

/** A sentence for a server that cannot be reached, with what to do about it. */
export function unreachable({ code, message }: NoAnswer, url: string): string {
  if (code === 'ECONNREFUSED') {
    return `Nothing listens at ${url}: the connection was refused. Start the server, or check the address and the port.`;
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `The name in ${url} cannot be resolved. Check the spelling and the network.`;
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL/.test(code)) {
    return `No trusted connection to ${url}: the TLS certificate was not accepted (${message}). Install the right certificate, or give its authority by NODE_EXTRA_CA_CERTS.`;
  }
  if (code === 'EPROTO') {
    return `No TLS connection to ${url}: the server does not speak TLS there (${message}). Check the scheme and the port.`;
  }
  if (code === 'timeout') return `The server at ${url} does not answer: ${message}.`;
  return `The server at ${url} cannot be reached: ${message}.`;
}
