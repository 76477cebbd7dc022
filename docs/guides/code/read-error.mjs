// Reads an error by its code, never by its message.
const response = await fetch('{{ servers.sandbox }}/v2/payments/2025100121424146HC');
const answer = await response.json();
if (!answer.success) {
  const { code, type, details } = answer.error;
  console.log(response.status, code, type, details?.validation ?? details?.reason ?? '');
}
