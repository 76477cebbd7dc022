// GET /orders/:id tells what has become of an order; in your shop it is a page.
import { shop } from '../../../lib/shop.ts';

export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const order = shop.orders.find((await params).id);
  if (!order) return new Response(null, { status: 404 });
  const told = new URL(request.url).searchParams.get('told');
  return Response.json({ id: order.id, paid: order.paid, told });
}
