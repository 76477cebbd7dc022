// Mistakes by which somebody sees or changes what belongs to others, or is let in who should not be.
import type { OperationId } from '../../../generated/facts.ts';
import type { SourceMutant } from '../mutant.ts';

const lookup = 'sandbox/src/payments/lookup.ts';
const tokens = 'sandbox/src/terminals/lookup.ts';
const terminals = 'sandbox/src/terminals/terminals.ts';

/** An operation that finds the payments of every terminal. */
const ofOthers = (operation: OperationId, what: string): Omit<SourceMutant, 'kind'> => ({
  id: `${operation.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-of-others`,
  summary: `${operation} ${what}.`,
  basis: 'decision 23',
  file: lookup,
  from: '{ caller }: AuthenticatedCall,\n  authority: string,',
  to: '{ caller, operation }: AuthenticatedCall,\n  authority: string,',
  and: [
    {
      file: lookup,
      from: '  if (!payment) throw',
      to: `  if (!payment && operation === '${operation}') {
    const other = await db.selectFrom('payments').selectAll().where('authority', '=', authority).executeTakeFirst();
    if (other) return other;
  }
  if (!payment) throw`,
    },
  ],
});

export const strangers: readonly SourceMutant[] = [
  ofOthers('getPayment', 'shows the payments of other terminals'),
  ofOthers('cancelPayment', 'cancels the payments of other terminals'),
  ofOthers('createVerification', 'verifies the payments of other terminals'),
  ofOthers('getVerification', 'shows the verifications of other terminals'),
  ofOthers('retryVerification', 'retries the verifications of other terminals'),
  ofOthers('getTransaction', 'shows the transactions of other terminals'),
  ofOthers('createRefund', 'returns the money of other terminals'),
  {
    id: 'list-of-all-terminals',
    summary: 'listTransactions lists the payments of every terminal.',
    file: 'sandbox/src/transactions/list.ts',
    from: "    .where('terminal_id', '=', caller.terminalId)\n",
    to: '',
  },
  {
    id: 'reports-of-all-terminals',
    summary: 'The reports count the payments of every terminal.',
    file: 'sandbox/src/reports/figures.ts',
    from: "    .where('terminal_id', '=', terminalId)\n",
    to: '',
  },
  {
    id: 'settlement-of-all-terminals',
    summary: 'A settlement transfers what the payments of all terminals have brought.',
    basis: 'decision 77',
    file: 'sandbox/src/settlements/unsettled.ts',
    from: "    .where('payments.terminal_id', '=', terminalId)\n",
    to: '',
  },
  {
    id: 'unsubscribe-webhooks-of-others',
    summary: 'A terminal can unsubscribe the webhook of another.',
    basis: 'decision 24',
    file: 'sandbox/src/webhooks/unsubscribe.ts',
    from: "    .where('terminal_id', '=', call.caller.terminalId)\n",
    to: '',
  },
  {
    id: 'test-webhooks-of-others',
    summary: 'A terminal can have a test sent to the webhook of another.',
    basis: 'decision 24',
    file: 'sandbox/src/webhooks/test.ts',
    from: "    .where('terminal_id', '=', call.caller.terminalId)\n",
    to: '',
  },
  {
    id: 'events-to-all-terminals',
    summary: 'An event is sent to the webhooks of every terminal.',
    file: 'sandbox/src/webhooks/events.ts',
    from: "    .where('terminal_id', '=', value('terminalId'))\n",
    to: '',
  },
  {
    id: 'revoked-tokens-work',
    summary: 'A token still works after its emergency revocation.',
    file: tokens,
    from: "  if (row.revoked_at !== null) return { failure: 'revoked' };\n",
    to: '',
  },
  {
    id: 'expired-tokens-work',
    summary: 'A token still works after its lifetime.',
    file: tokens,
    from: "  if (now >= row.expires_at) return { failure: 'expired' };\n",
    to: '',
  },
  {
    id: 'rotated-tokens-work-for-ever',
    summary: 'The old token of a rotation still works after 24 hours.',
    file: tokens,
    from: "  if (row.grace_ends_at !== null && now >= row.grace_ends_at) return { failure: 'grace over' };\n",
    to: '',
  },
  {
    id: 'rotated-tokens-work-for-a-week',
    summary: 'The old token of a rotation still works for a week.',
    file: terminals,
    from: 'now + tokens.rotation.grace_seconds * 1000',
    to: 'now + 7 * tokens.rotation.grace_seconds * 1000',
  },
  {
    id: 'revocation-spares-rotated-tokens',
    summary: 'An emergency revocation leaves the old token of a rotation alone.',
    file: terminals,
    from: ".set({ revoked_at: now })\n      .where('terminal_id', '=', terminalId)",
    to: ".set({ revoked_at: now })\n      .where('terminal_id', '=', terminalId)\n      .where('grace_ends_at', 'is', null)",
  },
  {
    id: 'revocation-after-grace',
    summary: 'An emergency revocation gives the tokens the grace of a rotation.',
    file: terminals,
    from: '.set({ revoked_at: now })',
    to: '.set({ grace_ends_at: now + tokens.rotation.grace_seconds * 1000 })',
  },
  {
    id: 'rotation-of-all-terminals',
    summary: 'A rotation ends the tokens of every terminal.',
    file: terminals,
    from: "      .where('terminal_id', '=', terminalId)\n      .where('grace_ends_at', 'is', null)",
    to: "      .where('grace_ends_at', 'is', null)",
  },
  {
    id: 'any-scheme-of-authorization',
    summary: 'A token is taken from a header Authorization of any scheme.',
    basis: 'decision 52',
    file: 'sandbox/src/terminals/bearer-token.ts',
    from: '/^bearer +',
    to: '/^\\w+ +',
  },
  {
    id: 'addresses-not-checked',
    summary: 'The list of allowed addresses is ignored.',
    file: 'sandbox/src/request/examine-address.ts',
    from: 'allowed && !listHas(allowed, ip)',
    to: 'allowed && !listHas([...allowed, ip], ip)',
  },
  {
    id: 'addresses-checked-for-changes-only',
    summary: 'The list of allowed addresses is ignored when something is only read.',
    file: 'sandbox/src/request/examine-address.ts',
    from: "examineAddress({ caller, ip }: Pick<Call, 'caller' | 'ip'>)",
    to: "examineAddress({ caller, ip, method }: Pick<Call, 'caller' | 'ip' | 'method'>)",
    and: [
      {
        file: 'sandbox/src/request/examine-address.ts',
        from: 'return allowed &&',
        to: "return method !== 'GET' && allowed &&",
      },
    ],
  },
  {
    id: 'addresses-checked-for-reading-only',
    summary: 'The list of allowed addresses is ignored when something is changed.',
    file: 'sandbox/src/request/examine-address.ts',
    from: "examineAddress({ caller, ip }: Pick<Call, 'caller' | 'ip'>)",
    to: "examineAddress({ caller, ip, method }: Pick<Call, 'caller' | 'ip' | 'method'>)",
    and: [
      {
        file: 'sandbox/src/request/examine-address.ts',
        from: 'return allowed &&',
        to: "return method === 'GET' && allowed &&",
      },
    ],
  },
  {
    id: 'inactive-terminals-served',
    summary: 'A terminal that is not active is served.',
    file: 'sandbox/src/request/examine-terminal.ts',
    from: "caller.terminalState !== 'active'",
    to: "caller.terminalState === ('closed' as never)",
  },
  {
    id: 'suspended-terminals-served',
    summary: 'Only inactive terminals are refused; suspended ones and those under review are served.',
    file: 'sandbox/src/request/examine-terminal.ts',
    from: "caller.terminalState !== 'active'",
    to: "caller.terminalState === 'inactive'",
  },
  {
    id: 'terminals-under-review-served',
    summary: 'A terminal under review is served like an active one.',
    file: 'sandbox/src/request/examine-terminal.ts',
    from: "caller.terminalState !== 'active'",
    to: "!['active', 'under_review'].includes(caller.terminalState)",
  },
  {
    id: 'inactive-terminals-read',
    summary: 'A terminal that is not active can still read.',
    file: 'sandbox/src/request/examine-terminal.ts',
    from: "examineTerminal({ caller }: Pick<Call, 'caller'>)",
    to: "examineTerminal({ caller, method }: Pick<Call, 'caller' | 'method'>)",
    and: [
      {
        file: 'sandbox/src/request/examine-terminal.ts',
        from: 'return caller &&',
        to: "return method !== 'GET' && caller &&",
      },
    ],
  },
  {
    id: 'keys-of-all-terminals',
    summary: 'Idempotency keys are not kept apart by terminal: one gets the stored answer of another.',
    basis: 'decision 3',
    file: 'sandbox/src/idempotency/once.ts',
    from: '  const { terminalId } = call.caller;',
    to: '  const terminalId = (firstOf[key] ??= call.caller.terminalId);',
    and: [
      {
        file: 'sandbox/src/idempotency/once.ts',
        from: 'interface Claim {',
        to: 'const firstOf: Record<string, string> = {};\n\ninterface Claim {',
      },
    ],
  },
].map((mutant) => ({ kind: 'strangers', ...mutant }) as const);
