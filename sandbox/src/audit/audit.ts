// Carries out every check of the audit against a shop, one after the other, and gathers what was found.
import { type Check, type Finding, type Scene, type Verdict, verdictOf } from './check.ts';
import { forgeryChecks } from './checks/forgeries.ts';
import { honestChecks } from './checks/payments.ts';
import { repetitionChecks } from './checks/repetitions.ts';
import { webhookChecks } from './checks/webhooks.ts';
import { gatewayAt } from './gateway.ts';
import { type ShopOptions, shopOf } from './shop.ts';
import { type CheckId, type CheckText, checkTexts, type Language } from './texts/checks.ts';
import { type EvidenceName, evidenceText } from './texts/evidence.ts';
import { webhookSender } from './webhook-sender.ts';

const checks: Check[] = [...honestChecks, ...forgeryChecks, ...repetitionChecks, ...webhookChecks];

export interface AuditOptions extends ShopOptions {
  /** A sandbox that listens on loopback, and the token with which the shop calls it. */
  sandboxUrl: string;
  token: string;
  webhook: { url: string; secret: string } | undefined;
  priceRials: number | undefined;
  language: Language;
  /** Called after each check. */
  onCheck?: (result: CheckResult) => void;
}

export interface CheckResult extends CheckText {
  id: CheckId;
  verdict: Verdict;
  evidence: { verdict: Verdict; sent?: string; name: EvidenceName; text: string }[];
}

type Counts = Record<Verdict, number>;

export interface Report {
  checks: CheckResult[];
  counts: Counts;
}

/**
 * Attacks a shop.
 * @throws AuditImpossible when nothing can be said; its reason and values make a sentence by evidenceText.
 */
export async function audit(options: AuditOptions): Promise<Report> {
  const { sandboxUrl, token, webhook, priceRials, language, onCheck } = options;
  const gateway = gatewayAt(sandboxUrl, token);
  const scene: Scene = {
    gateway,
    shop: shopOf(gateway, options),
    webhook: webhook && webhookSender(webhook.url, webhook.secret),
    priceRials,
  };
  const broken = new Set<NonNullable<Check['foundation']>>();
  const report: Report = { checks: [], counts: { pass: 0, fail: 0, 'not-observable': 0 } };
  for (const check of checks) {
    const skip = (evidence: EvidenceName): Finding[] => [{ verdict: 'not-observable', evidence }];
    const findings =
      check.needsWebhook && !webhook
        ? skip('no_webhook_url')
        : broken.has('payments') || (check.needsWebhook && broken.has('webhooks'))
          ? skip('foundation_failed')
          : await check.run(scene);
    const verdict = verdictOf(findings);
    if (check.foundation && verdict === 'fail') broken.add(check.foundation);
    const result: CheckResult = {
      id: check.id,
      verdict,
      ...checkTexts[check.id][language],
      evidence: findings.map(({ verdict: each, evidence: name, values = {}, sent }) => ({
        verdict: each,
        ...(sent === undefined ? {} : { sent }),
        name,
        text: evidenceText(name, values, language),
      })),
    };
    report.checks.push(result);
    report.counts[verdict] += 1;
    onCheck?.(result);
  }
  return report;
}
