// A request whose signature is known, and an answer before and after somebody has changed it.
import { createHmac } from 'node:crypto';
import { isGenuine, signatureHeaders } from './signing.mjs';

const secretKey = 'your_secret_key';
const now = 1727800000_000;
const body = '{"amount":100000,"callback_url":"https://yoursite.com/callback","order_id":"ORDER-12345"}';
console.log(signatureHeaders('POST', 'payments', body, secretKey, now)['{{ signing.request.signature_header }}']);

const answer = '{"success":true}';
const headers = new Headers({
  '{{ signing.response.timestamp_header }}': '1727800000',
  '{{ signing.response.signature_header }}': createHmac('sha256', secretKey).update(`${answer}:1727800000`).digest('hex'),
});
console.log(isGenuine(answer, headers, secretKey, now), isGenuine('{"success":false}', headers, secretKey, now));
