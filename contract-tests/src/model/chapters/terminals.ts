// Terminals and whose token is whose, as far as the run has been told.
import type { Chapter } from '../chapter.ts';

export const terminals: Chapter = {
  hear: (happening, known) => {
    switch (happening.kind) {
      case 'terminal': {
        const { id, token, at } = happening.terminal;
        known.terminals.set(id, { ...happening.terminal, failures: [] });
        known.tokens.set(token, { terminal: id, issuedAt: at });
        break;
      }
      case 'token rotated': {
        const { terminal, token, at } = happening;
        for (const one of known.tokens.values()) {
          if (one.terminal === terminal) one.rotatedAt ??= at;
        }
        known.tokens.set(token, { terminal, issuedAt: at });
        break;
      }
      case 'tokens revoked':
        for (const one of known.tokens.values()) {
          if (one.terminal === happening.terminal) one.revokedAt ??= happening.at;
        }
        break;
      case 'failure ordered':
        if (happening.terminal !== undefined) {
          const { code, operation } = happening;
          known.terminals
            .get(happening.terminal)
            ?.failures.push({ code, ...(operation !== undefined && { operation }) });
        }
        break;
    }
  },
};
