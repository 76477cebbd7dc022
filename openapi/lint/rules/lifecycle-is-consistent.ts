// The states of a payment lead to states that exist, and show statuses and callback codes that the API knows.
import { schemaName } from '../error-entry.ts';
import { follow, isTree, type Tree } from '../follow.ts';
import type { Context, Rule } from '../redocly.ts';

export const lifecycleIsConsistent: Rule = () => {
  let statuses: unknown[] = [];
  let codes: unknown[] = [];
  // Any negative number is a code: the page closes the list of what is a success only.
  const isCode = (code: unknown) => codes.includes(code) || (typeof code === 'number' && code < 0);
  return {
    Schema: {
      enter(node, { location }) {
        const name = schemaName({ node, location });
        if (name === 'PaymentStatus') statuses = node.enum ?? [];
        // The list of codes is open at its end, so those with a message are the known ones.
        if (name === 'CallbackStatus') codes = Object.keys(node['x-callback-messages'] ?? {}).map(Number);
      },
    },
    Root: {
      leave(root, context: Context) {
        const name = 'x-payment-lifecycle';
        const lifecycle = follow(context, root[name], context.location.child(name));
        if (!isTree(lifecycle?.node.states)) return;
        const { states } = lifecycle.node as { states: Tree };
        for (const [state, description] of Object.entries(states)) {
          if (!isTree(description)) continue;
          const { status, callback, next } = description;
          const location = lifecycle.location.child(['states', state]);
          if (!statuses.includes(status)) {
            context.report({
              message: `The state ${state} shows the status ${status}, which PaymentStatus does not have. Use one of ${statuses.join(', ')}.`,
              location: location.child('status'),
            });
          }
          if (callback !== undefined && !isCode(callback)) {
            context.report({
              message: `The state ${state} calls back with ${callback}, which CallbackStatus does not have. Use one of ${codes.join(', ')}.`,
              location: location.child('callback'),
            });
          }
          for (const [index, follower] of (Array.isArray(next) ? next : []).entries()) {
            if (follower in states) continue;
            context.report({
              message: `The state ${state} leads to ${follower}, which is no state. Use one of ${Object.keys(states).join(', ')}.`,
              location: location.child(['next', index]),
            });
          }
        }
      },
    },
  };
};
