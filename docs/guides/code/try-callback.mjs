// An honest callback, and three that somebody has tampered with.
import { handleCallback } from './callback.mjs';

const honest = {
  authority: '2025100121424146HC',
  status_code: '201',
  amount: '100000',
  order_id: 'ORDER-12345',
};
console.log('honest:', await handleCallback(honest));
console.log('a dearer order:', await handleCallback({ ...honest, order_id: 'ORDER-99999' }));
console.log('another amount:', await handleCallback({ ...honest, amount: '50000000' }));
console.log('unknown payment:', await handleCallback({ ...honest, authority: '20250101000000XXXX' }));
