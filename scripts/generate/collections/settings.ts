// The facts of the document that the scripts of a collection need: what to sign, how fast, and where never to send.
import type { ContractDocument } from '../../../foundation/reader/document.ts';

export interface Settings {
  productionUrl: string;
  productionPrefix: string;
  /** Milliseconds between two requests, so that a run stays below the limit of the sandbox. */
  pause: number;
  limit: number;
  signing: {
    endpointPrefix: string;
    separator: string;
    signatureHeader: string;
    timestampHeader: string;
  };
}

interface Extensions {
  'x-tokens': { prefixes: { production: string } };
  'x-sandbox': { rate_limit: { limit: number; window_seconds: number } };
  'x-signing': {
    request: {
      separator: string;
      signature_header: string;
      timestamp_header: string;
      endpoint_prefix: string;
    };
  };
}

/** A run keeps a fifth below the limit, since clocks and windows are never quite the same on both sides. */
const margin = 1.2;

/** @throws Error when the document names no production server. */
export function settingsOf(document: ContractDocument): Settings {
  const extensions = document as unknown as Extensions;
  const production = document.servers.find((server) => server['x-environment'] === 'production');
  if (!production) throw new Error('The document names no production server.');
  const { limit, window_seconds } = extensions['x-sandbox'].rate_limit;
  const { request } = extensions['x-signing'];
  return {
    productionUrl: production.url,
    productionPrefix: extensions['x-tokens'].prefixes.production,
    pause: Math.ceil((1000 * window_seconds * margin) / limit),
    limit,
    signing: {
      endpointPrefix: request.endpoint_prefix,
      separator: request.separator,
      signatureHeader: request.signature_header,
      timestampHeader: request.timestamp_header,
    },
  };
}
