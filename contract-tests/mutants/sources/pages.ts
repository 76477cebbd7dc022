// Mistakes on the page on which the payer pays, and at the addresses around the operations.
import type { SourceMutant } from '../mutant.ts';

const routes = 'sandbox/src/payments/page/routes.ts';

export const pages: readonly SourceMutant[] = [
  {
    id: 'unknown-page-found',
    summary: 'The page of a payment that there is not is answered 200.',
    file: routes,
    from: 'if (!found) return sendPage(reply, 404, unknownPage());\n    if (isPayable',
    to: 'if (!found) return sendPage(reply, 200, unknownPage());\n    if (isPayable',
  },
  {
    id: 'unknown-page-crashes',
    summary: 'The page of a payment that there is not is answered 500.',
    file: routes,
    from: 'if (!found) return sendPage(reply, 404, unknownPage());\n    if (isPayable',
    to: 'if (!found) return sendPage(reply, 500, unknownPage());\n    if (isPayable',
  },
  {
    id: 'page-as-text',
    summary: 'The page of a payment is sent as plain text.',
    file: 'sandbox/src/html/reply.ts',
    from: 'text/html; charset=utf-8',
    to: 'text/plain; charset=utf-8',
  },
  {
    id: 'page-not-found',
    summary: 'The page of a payment that can be paid is answered 404.',
    file: routes,
    from: 'if (isPayable(found.payment.state)) return sendPage(reply, 200,',
    to: 'if (isPayable(found.payment.state)) return sendPage(reply, 404,',
  },
  {
    id: 'page-redirects',
    summary: 'The page of a payment sends the payer to the home page.',
    file: routes,
    from: 'if (isPayable(found.payment.state)) return sendPage(reply, 200, paymentPage(found));',
    to: "if (isPayable(found.payment.state)) return redirect(reply, '/');",
  },
].map((mutant) => ({ kind: 'pages', ...mutant }) as const);
