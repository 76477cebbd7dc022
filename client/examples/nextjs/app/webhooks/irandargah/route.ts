// The gateway sends its events here; the body is read as text, because its bytes are signed.
import { handleOnce, verifyWebhook, WebhookError } from '@irandargah/client';
import { settle } from '../../../../checkout.ts';
import { inbox, shop } from '../../../lib/shop.ts';

export async function POST(request: Request): Promise<Response> {
  try {
    const event = await verifyWebhook(await request.text(), request.headers, shop.webhookSecret);
    const status = await handleOnce(event, inbox, async ({ data }) => {
      const payment = shop.orders.byAuthority(String((data as { authority?: string }).authority));
      if (payment) await settle(shop, payment);
    });
    return new Response(null, { status });
  } catch (error) {
    if (error instanceof WebhookError) return new Response(error.message, { status: 401 });
    throw error;
  }
}
