// Servers that do not even answer properly.
import { type Change, type FaultyServer, on, withHeaders } from './change.ts';

const completed = 'getPayment 200 completed';

/** One fault each. */
export function connectionFaults(): FaultyServer[] {
  const payment = (change: Change) => ({ answer: on('getPayment', 200, change) });
  return [
    {
      fault: 'an HTML page of a firewall',
      only: completed,
      server: payment((answer) => ({
        ...answer,
        status: 403,
        headers: { ...answer.headers, 'content-type': 'text/html' },
        body: Buffer.from('<!doctype html><title>Access denied</title>'),
      })),
      at: '/headers/Content-Type',
      place: ['openapi/common/responses.yaml', /schema:|oneOf/],
    },
    {
      fault: 'a hanging answer',
      only: completed,
      server: payment(() => 'silence'),
      at: '/',
      place: ['openapi/payments/get.yaml', /responses:/],
    },
    {
      fault: 'a connection that is cut',
      only: completed,
      server: payment(() => 'cut'),
      at: '/',
      place: ['openapi/payments/get.yaml', /responses:/],
    },
    {
      fault: 'a body that is not encoded as it says',
      only: completed,
      server: payment(
        withHeaders((all) => {
          all['content-encoding'] = 'gzip';
        }),
      ),
      at: '/',
      place: ['openapi/payments/get.yaml', /responses:/],
    },
  ];
}
