// The control API of a sandbox as the model hears of it: whatever it does is told, in its order.
import type { Model } from '../model/model.ts';
import type { PayerAct } from '../model/observation.ts';
import type { Control, Credentials } from '../targets/target.ts';

/** @param now the server's clock in Unix seconds, as the terminal of a token sees it */
export function observedControl(control: Control, model: Model, now: (token?: string) => number): Control {
  const tokens = new Map<string, string>();
  const at = (terminal: string) => now(tokens.get(terminal));
  return {
    ...control,
    createTerminal: async (wanted = {}) => {
      const made = await control.createTerminal(wanted);
      tokens.set(made.id, made.token);
      model.happens({
        kind: 'terminal',
        terminal: {
          ...made,
          requireSignature: wanted.requireSignature ?? false,
          isActive: wanted.state === undefined,
          isOpen: wanted.ipAllowList === undefined,
          isAlone: true,
          at: at(made.id),
        },
      });
      return made;
    },
    rotateToken: async (terminal) => {
      const token = await control.rotateToken(terminal);
      model.happens({ kind: 'token rotated', terminal, token, at: at(terminal) });
      return token;
    },
    revokeTokens: async (terminal) => {
      await control.revokeTokens(terminal);
      model.happens({ kind: 'tokens revoked', terminal, at: at(terminal) });
    },
    tryCard: async (authority, card, by) => {
      const isTaken = await control.tryCard(authority, card);
      model.happens({ kind: 'payer', authority, act: card as PayerAct, at: now(by?.token) });
      return isTaken;
    },
    pay: async (authority, card, by) => {
      const callback = await control.pay(authority, card);
      model.happens({ kind: 'payer', authority, act: card as PayerAct, at: now(by?.token) });
      return callback;
    },
    advance: async (terminal, seconds) => {
      const from = now(terminal.token);
      await control.advance(terminal, seconds);
      model.happens({ kind: 'clock moved', terminal: terminal.id, from, to: now(terminal.token) });
    },
    settle: async (terminal, outcome) => {
      await control.settle(terminal, outcome);
      model.happens({ kind: 'settlement', terminal: terminal.id, outcome, at: now(terminal.token) });
    },
    fail: async (code, terminal, operation) => {
      await control.fail(code, terminal, operation);
      const whom = {
        ...(terminal !== undefined && { terminal }),
        ...(operation !== undefined && { operation }),
      };
      model.happens({ kind: 'failure ordered', code, ...whom });
    },
  };
}

/** How the model calls the second terminal that the environment names. */
export const secondTerminal = 'second';

/** Tells the model of a terminal that the run was given, and that others may use as well. @param id empty for the run's own */
export function tellGivenTerminal(
  model: Model,
  { token, secretKey }: Credentials,
  at: number,
  id: '' | typeof secondTerminal = '',
): void {
  if (token === undefined) return;
  model.happens({
    kind: 'terminal',
    terminal: {
      id,
      token,
      ...(secretKey !== undefined && { secretKey }),
      requireSignature: false,
      isActive: true,
      isOpen: true,
      isAlone: false,
      at,
    },
  });
}
