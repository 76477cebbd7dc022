// Reads an error by its code, never by its message. The HTTP status serves only where there is nothing else to read.
const response = await fetch('{{ servers.sandbox }}/v2/payments/2025100121424146HC');
const answer = await response.json().catch(() => null);
if (answer?.success !== true) {
  const { code = `HTTP ${response.status}`, type, details } = answer?.error ?? {};
  console.log(code, type, details?.validation ?? details?.reason ?? '');
}
