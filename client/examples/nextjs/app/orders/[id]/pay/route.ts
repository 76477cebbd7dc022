// POST /orders/:id/pay sends the payer to the gateway.
import { beginPayment } from '../../../../../checkout.ts';
import { shop } from '../../../../lib/shop.ts';

export async function POST(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const order = shop.orders.find((await params).id);
  if (!order) return new Response(null, { status: 404 });
  if (order.paid) return Response.redirect(`${shop.url}/orders/${order.id}`, 303);
  const page = await beginPayment(shop, order);
  if (page) return Response.redirect(page, 303);
  return new Response('The gateway could not be reached. Please try again.', { status: 503 });
}
