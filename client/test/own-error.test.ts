// A program that imports the client in one place and requires it in another has two copies of it: errors of both are known.
import { describe, expect, it } from 'vitest';
import { CallbackError, ConfigurationError, WebhookError } from '../src/index.ts';

/** The same modules a second time, as the other form of the package brings them. */
// @ts-expect-error TypeScript knows no queries
const copy: { WebhookError: typeof WebhookError } = await import('../src/webhook.ts?copy');

describe('an error of the package', () => {
  const error = new copy.WebhookError('body_malformed');

  it('is one of its class in every copy, and of no other class', () => {
    expect(copy.WebhookError).not.toBe(WebhookError);
    expect(error instanceof WebhookError).toBe(true);
    expect(error instanceof CallbackError).toBe(false);
    expect(error instanceof Error).toBe(true);
  });

  it.each([undefined, null, 'body_malformed', {}, new Error('WebhookError')])('is not %o', (other) => {
    expect((other as unknown) instanceof WebhookError).toBe(false);
  });

  it('is not one of a class that a shop derives from it', () => {
    class ForgedWebhook extends WebhookError {}
    const forged = new ForgedWebhook('signature_mismatch');
    expect([forged instanceof ForgedWebhook, forged instanceof copy.WebhookError]).toEqual([true, true]);
    expect(error instanceof ForgedWebhook).toBe(false);
  });

  it('has the name of its class, whatever a bundler makes of that', () => {
    expect([error.name, new ConfigurationError('').name]).toEqual(['WebhookError', 'ConfigurationError']);
    expect(JSON.stringify(error)).not.toContain('IranDargahError');
  });
});
