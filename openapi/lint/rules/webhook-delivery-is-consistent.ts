// The schedule of webhook retries agrees with itself: a delay for each retry, none above the cap.
import { follow } from '../follow.ts';
import type { Context, Rule } from '../redocly.ts';

export const webhookDeliveryIsConsistent: Rule = () => ({
  Root: {
    leave(root, context: Context) {
      const name = 'x-webhook-delivery';
      const delivery = follow(context, root[name], context.location.child(name));
      const { retries, retry_delays_seconds: delays, delay_cap_seconds: cap } = delivery?.node ?? {};
      if (!delivery || !Array.isArray(delays)) return;
      if (delays.length !== retries) {
        context.report({
          message: `There are ${retries} retries, but ${delays.length} delays. Give each retry its delay.`,
          location: delivery.location.child('retry_delays_seconds'),
        });
      }
      for (const [index, delay] of delays.entries()) {
        if (delay <= cap) continue;
        context.report({
          message: `A delay of ${delay} s is above the cap of ${cap} s. Lower the delay or raise the cap.`,
          location: delivery.location.child(['retry_delays_seconds', index]),
        });
      }
    },
  },
});
