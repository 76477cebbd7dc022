// What a check of the audit is, and what it can find.
import type { Gateway } from './gateway.ts';
import type { Shop } from './shop.ts';
import type { CheckId } from './texts/checks.ts';
import type { EvidenceName } from './texts/evidence.ts';
import type { WebhookSender } from './webhook-sender.ts';

/** `not-observable`: the shop may be right or wrong, and nothing that the audit sees tells which. */
export type Verdict = 'pass' | 'fail' | 'not-observable';

/** One thing that was seen. */
export interface Finding {
  verdict: Verdict;
  /** What was sent, as it stands on the wire, where a check sends several things. */
  sent?: string;
  evidence: EvidenceName;
  /** What fills the blanks of the evidence's sentence. */
  values?: Record<string, string | number>;
}

/** What every check works with. */
export interface Scene {
  gateway: Gateway;
  shop: Shop;
  /** Undefined when the audit was not told where the shop receives webhooks. */
  webhook: WebhookSender | undefined;
  /** What the shop's order costs in rials, when the audit was told. */
  priceRials: number | undefined;
}

export interface Check {
  id: CheckId;
  /** Left out, with a reason, when there is no webhook address. */
  needsWebhook?: boolean;
  /** When it fails, the later ones that ask for it say nothing and are not carried out. */
  foundation?: 'payments' | 'webhooks';
  run: (scene: Scene) => Promise<Finding[]>;
}

/** The verdict of several findings: one failure fails, and one thing unseen keeps the whole from passing. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ verdict }) => verdict === 'fail')) return 'fail';
  return findings.length === 0 || findings.some(({ verdict }) => verdict === 'not-observable')
    ? 'not-observable'
    : 'pass';
}
