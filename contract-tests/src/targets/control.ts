// Speaks the control API of this project's sandbox: terminals, the payer, the clock, settlements, failures on order.

import { Unjudgeable } from '../run/unjudgeable.ts';
import { type NoAnswer, transport } from '../transport.ts';
import type { Control, SandboxCallback, SandboxTerminal } from './target.ts';

/** @param onAdvance is told by how much a terminal's clock was moved */
export function controlOf(
  url: string,
  timeout: number,
  onAdvance: (terminal: SandboxTerminal, seconds: number) => void,
): Control & { close: () => void } {
  const { send, close } = transport(url, timeout);
  const post = async <T>(path: string, body: unknown): Promise<T> => {
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
    const value = JSON.parse(Buffer.from(answer.body).toString('utf8')) as T & { error?: string };
    if (answer.status >= 400)
      throw new Unjudgeable(`The control API of the sandbox refused ${path}: ${value.error}`);
    return value;
  };
  return {
    createTerminal: async ({ requireSignature, secretKey, ipAllowList, state } = {}) => {
      const made = await post<{ id: string; token: string; secret_key: string | null }>('terminals', {
        require_signature: requireSignature,
        secret_key: secretKey,
        ip_allow_list: ipAllowList,
        state,
      });
      return { id: made.id, token: made.token, ...(made.secret_key && { secretKey: made.secret_key }) };
    },
    rotateToken: async (terminal) =>
      (await post<{ token: string }>(`terminals/${terminal}/tokens/rotate`, {})).token,
    revokeTokens: async (terminal) => {
      await post(`terminals/${terminal}/tokens/revoke`, {});
    },
    pay: async (authority, card) =>
      (await post<{ callback: SandboxCallback }>(`payments/${authority}/pay`, { card })).callback,
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
