// A request whose texts break careless printers: what shells, templates and string literals take for their own.
import { signing } from '../../../generated/facts.ts';
import type { SampleRequest } from '../../../scripts/generate/samples/requests.ts';

/** Every character up to U+017F, those that some sources forbid, a half-space, Persian and an emoji. */
const everyCharacter = `${Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code)).join('')}\u2028\u2029\ufeff\u200cپ📚`;

const texts = [
  everyCharacter,
  '',
  '@/etc/hostname',
  'ends with a backslash \\',
  '\\n is no newline, and \\u0041 is no A',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder is what must survive
  '$HOME ${HOME} $(id) `id` {id} {{id}} {$id} #{id} %s %1$s',
  `' '' ''' " "" """ ' . $x . '`,
  '<?php ?> <!-- --> </script> // /* */ # --',
  'true',
  'null',
  '0123',
];

/** The body: the texts as values and as names, in lists and objects, and the other kinds of values. */
export const hostileBody = {
  texts,
  named: Object.fromEntries(texts.map((text, index) => [`${index}: ${text}`, text])),
  numbers: [0, -1, 4_000_000_000, Number.MAX_SAFE_INTEGER],
  others: [true, false, null, [], [[]], { inner: { deep: [{}] } }],
};

/** A request to an address with that body. */
export function hostileRequest(url: string): SampleRequest {
  const { signature_header: signatureHeader, timestamp_header: timestampHeader } = signing.request;
  return {
    operationId: 'createPayment',
    example: 'hostile',
    method: 'POST',
    url,
    token: true,
    headers: [['Idempotency-Key', `!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~`]],
    body: hostileBody,
    signing: {
      signatureHeader,
      timestampHeader,
      parts: [{ text: 'POST:payments:' }, { variable: 'body' }, { text: ':' }, { variable: 'timestamp' }],
    },
  };
}
