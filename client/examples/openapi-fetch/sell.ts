// Begins a payment with openapi-fetch as it comes: only its `fetch` is the gateway's, which signs, verifies and repeats.
import { createGatewayFetch, type GatewayPaths, IranDargahError, type Rials } from '@irandargah/client';
import createClient from 'openapi-fetch';

export interface Terminal {
  token: string;
  secretKey?: string | undefined;
  /** Where the gateway answers, if not at the sandbox's own address. */
  baseUrl?: string;
}

/**
 * Begins a payment.
 * @param idempotencyKey stored with the order before: the same one again is the same payment.
 * @returns the authority to be stored and the payer's page; or what to tell the payer.
 */
export async function beginPayment(
  terminal: Terminal,
  order: { id: string; amount: Rials; returnUrl: string },
  idempotencyKey: string,
): Promise<{ authority: string; page: string } | { told: string }> {
  const gatewayFetch = createGatewayFetch({ ...terminal, environment: 'sandbox' });
  const gateway = createClient<GatewayPaths>({ baseUrl: gatewayFetch.baseUrl, fetch: gatewayFetch });
  try {
    const { data, error } = await gateway.POST('/v2/payments', {
      params: { header: { 'Idempotency-Key': idempotencyKey } },
      body: { amount: order.amount, order_id: order.id, callback_url: order.returnUrl },
    });
    if (error) return { told: error.error.message };
    const { authority, gateway_url } = data.data.transaction;
    return { authority, page: gateway_url };
  } catch (error) {
    if (!(error instanceof IranDargahError)) throw error;
    // No answer that could be believed: the payment may exist, and the same key finds it again.
    return { told: 'Please try again.' };
  }
}
