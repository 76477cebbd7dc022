// Speaks the control API of this project's sandbox: terminals, the payer, the clock, settlements, failures on order.

import { nodeAt } from '../../../foundation/reader/pointers.ts';
import { Unjudgeable } from '../run/unjudgeable.ts';
import { type NoAnswer, transport } from '../transport.ts';
import { ControlRefused } from './refusal.ts';
import type { Control, SandboxCallback, SandboxTerminal } from './target.ts';

/** What the control API has answered: the value, and the texts in it that must be there. */
interface Answered {
  value: unknown;
  text: (at: string) => string;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** @param onAdvance is told by how much a terminal's clock was moved */
export function controlOf(
  url: string,
  timeout: number,
  onAdvance: (terminal: SandboxTerminal, seconds: number) => void,
): Control & { close: () => void } {
  const { send, close } = transport(url, timeout);
  const post = async (path: string, body: unknown): Promise<Answered> => {
    const bytes = Buffer.from(JSON.stringify(body));
    const request = {
      method: 'POST',
      path: `/_sandbox/${path}`,
      headers: { 'Content-Type': 'application/json' },
      body: bytes,
    };
    const answer = await send(request).catch((error: NoAnswer) => {
      throw new Unjudgeable(`The control API of the sandbox gave no answer: ${error.message}.`);
    });
    const value = jsonOf(answer.body);
    if (answer.status >= 400 && answer.status < 500 && typeof nodeAt(value, '/error') === 'string') {
      throw new ControlRefused(path, `refused with HTTP ${answer.status}: ${nodeAt(value, '/error')}`);
    }
    if (answer.status >= 400 || value === undefined) {
      throw new Unjudgeable(
        `The control API of the sandbox failed: ${path} was answered with HTTP ${answer.status}${value === undefined ? ' and no JSON' : ''}.`,
      );
    }
    const text = (at: string) => {
      const found = nodeAt(value, at);
      if (typeof found === 'string') return found;
      throw new Unjudgeable(`The control API of the sandbox answered ${path} without a text at ${at}.`);
    };
    return { value, text };
  };
  return {
    createTerminal: async ({ requireSignature, secretKey, ipAllowList, state } = {}) => {
      const made = await post('terminals', {
        require_signature: requireSignature,
        secret_key: secretKey,
        ip_allow_list: ipAllowList,
        state,
      });
      const secret = nodeAt(made.value, '/secret_key');
      return {
        id: made.text('/id'),
        token: made.text('/token'),
        ...(typeof secret === 'string' && { secretKey: secret }),
      };
    },
    rotateToken: async (terminal) => (await post(`terminals/${terminal}/tokens/rotate`, {})).text('/token'),
    pay: async (authority, card) => {
      const paid = await post(`payments/${encodeURIComponent(authority)}/pay`, { card });
      const method = paid.text('/callback/method') === 'GET' ? 'GET' : 'POST';
      const fields = nodeAt(paid.value, '/callback/fields');
      return {
        method,
        url: paid.text('/callback/url'),
        fields: typeof fields === 'object' && fields !== null ? (fields as SandboxCallback['fields']) : {},
      };
    },
    revokeTokens: async (terminal) => {
      await post(`terminals/${terminal}/tokens/revoke`, {});
    },
    tryCard: async (authority, card) => {
      try {
        await post(`payments/${encodeURIComponent(authority)}/pay`, { card });
        return true;
      } catch (error) {
        if (error instanceof ControlRefused) return false;
        throw error;
      }
    },
    advance: async (terminal, seconds) => {
      await post('clock', { terminal: terminal.id, advance_seconds: seconds });
      onAdvance(terminal, seconds);
    },
    settle: async ({ id }, outcome) => {
      await post(`terminals/${id}/settlements`, { outcome });
    },
    fail: async (code, terminal, operation) => {
      await post('faults', { code, terminal, operation });
    },
    close,
  };
}
