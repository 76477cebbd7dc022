// Notices that a token has been replaced, while the old one still works.
const response = await fetch('{{ servers.sandbox }}/v2/payments/2025100121424146HC', {
  headers: { Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}` },
});
if (response.headers.get('X-Token-Deprecated') === 'true') {
  console.warn('Use the new token before', response.headers.get('X-Token-Deprecated-Expires-At'));
}
