// Writes a request as it is pasted into bash: curl, with the token from the environment, and signed anew where it was signed.
import { signing } from '../contract/facts.ts';
import type { SentRequest } from '../judge/exchange.ts';
import { endpointOf } from '../signatures.ts';

export interface CurlOptions {
  /** The address of the server without a path; empty for `$CONTRACT_URL`. */
  base: string;
  /** The good token in the headers of the request, which is written as a variable. */
  token?: string;
  /** The variable that holds the token: `CONTRACT_TOKEN` when it is left out. */
  tokenVariable?: string;
  /** Whether the request was signed rightly, so that it must be signed anew: a signature is good for some minutes. */
  signed?: boolean;
  /** The variable that holds the secret key: `CONTRACT_SECRET_KEY` when it is left out. */
  secretVariable?: string;
}

/** Larger bodies are no matter of pasting. */
const largestBody = 4000;

/** A text as one word of a POSIX shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A text as one word in which one token stands as a variable. */
function withVariable(text: string, token: string | undefined, variable: string): string {
  if (!token || !text.includes(token)) return quoted(text);
  return text
    .split(token)
    .map((piece) => (piece === '' ? '' : quoted(piece)))
    .join(`"$${variable}"`);
}

/** The assignment of a body to the variable `body`, byte by byte; undefined when it cannot stand in a shell. */
function assignedBody(body: Uint8Array): string | undefined {
  if (body.length > largestBody || body.includes(0)) return undefined;
  const text = Buffer.from(body).toString('utf8');
  const isText = Buffer.from(text).equals(Buffer.from(body)) && !/[\n\r]$/.test(text);
  // What is no text still is bytes, which base64 carries.
  return isText ? `body=${quoted(text)}` : `body=$(echo ${Buffer.from(body).toString('base64')} | base64 -d)`;
}

/** The line that signs what is in `body` and leaves the result in `signature`; bash and openssl do it. */
function signingLine({ method, path }: SentRequest, secretVariable: string): string {
  const { parts, separator } = signing.request;
  const values: Record<string, string> = {
    METHOD: quoted(method),
    endpoint: quoted(endpointOf(path)),
    body: '"$body"',
    timestamp: '"$timestamp"',
  };
  const joined = parts.map((part) => values[part]).join(quoted(separator));
  return `timestamp=$(date +%s); signature=$(printf %s ${joined} | openssl dgst -sha256 -hmac "$${secretVariable}" -r | cut -d' ' -f1)`;
}

/**
 * @param request as it was sent, with the very bytes of its body
 * @returns lines of bash; no secret stands in them when the token and the signature are told in the options
 */
export function curlOf(request: SentRequest, options: CurlOptions): string {
  const { base, token, signed = false } = options;
  const { tokenVariable = 'CONTRACT_TOKEN', secretVariable = 'CONTRACT_SECRET_KEY' } = options;
  const { method, path, headers, body } = request;
  const { signature_header, timestamp_header } = signing.request;
  const fresh: Record<string, string> = signed
    ? { [signature_header]: '"$signature"', [timestamp_header]: '"$timestamp"' }
    : {};
  const assigned = body && assignedBody(body);
  const words = [
    'curl -sS -i',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    base === '' ? `"$CONTRACT_URL"${quoted(path)}` : quoted(base + path),
    ...Object.entries(headers).map(([name, value]) =>
      name in fresh
        ? `-H '${name}: '${fresh[name]}`
        : `-H ${value === '' ? quoted(`${name};`) : withVariable(`${name}: ${value}`, token, tokenVariable)}`,
    ),
    // curl names a type of its own for a body that is sent without one.
    ...(body && !('Content-Type' in headers) ? [`-H 'Content-Type:'`] : []),
    ...(body ? [assigned ? '--data-binary "$body"' : '--data-binary @body'] : []),
  ];
  return [
    ...(assigned
      ? [assigned]
      : body
        ? [`# The body is too large, or no text: put its ${body.length} bytes into the file body.`]
        : signed
          ? ["body=''"]
          : []),
    ...(signed ? [signingLine(request, secretVariable)] : []),
    words.join(' \\\n  '),
  ].join('\n');
}
