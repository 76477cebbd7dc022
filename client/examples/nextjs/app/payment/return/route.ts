// The payer returns here, by POST unless the payment asked for GET. It comes from another site: use no session here.
import { CallbackError, readCallback } from '@irandargah/client';
import { settle } from '../../../../checkout.ts';
import { shop } from '../../../lib/shop.ts';

async function handle(request: Request): Promise<Response> {
  try {
    const { payment } = await readCallback(request, shop.orders.byAuthority);
    const told = await settle(shop, payment);
    return Response.redirect(`${shop.url}/orders/${payment.order_id}?told=${encodeURIComponent(told)}`, 303);
  } catch (error) {
    if (error instanceof CallbackError) return new Response(error.message, { status: 400 });
    throw error;
  }
}

export { handle as GET, handle as POST };
