// What is judged: one request and the answer to it, as they travelled, and what is known about the caller.

export interface SentRequest {
  method: string;
  /** With its query, without the host: `/v2/transactions?page=1`. */
  path: string;
  headers: Record<string, string>;
  /** The very bytes; undefined when there is no body. */
  body?: Uint8Array;
}

export interface ReceivedAnswer {
  status: number;
  /** By lower-case name; a header that came twice is joined by a comma. */
  headers: Record<string, string>;
  /** The very bytes, any content encoding removed. */
  body: Uint8Array;
  /** The lower-case names of headers that came more than once, where the transport can tell. */
  repeated?: string[];
}

export interface Exchange {
  request: SentRequest;
  answer: ReceivedAnswer;
}

/** The exchange that shows a finding, and what of its request was the caller's own. */
export interface Evidence {
  request: SentRequest;
  /** Undefined when none came. */
  answer?: ReceivedAnswer;
  /** The good token that was sent, if one was. */
  token?: string;
  /** Whether the request was signed rightly. */
  signed: boolean;
}

/** What the judge has to know to tell a header that may be missing from one that must be there. */
export interface Circumstances {
  /** Whether the request carried a token that the server knows. */
  tokenKnown: boolean;
  /** The secret key of the caller's terminal, when it has one: then answers must be signed with it. */
  secretKey?: string;
  /** Whether the request was signed rightly, which lifts some rate limits. */
  signed: boolean;
  /** The server's clock in Unix seconds; undefined when the answer comes from no clock, as a mock's does. */
  now?: number;
  /** Whether the answer was made just now; a stored one, or a recorded one, may be older. True when it is left out. */
  fresh?: boolean;
  /** Whether the token of the request has been rotated away, so that the answer must say so. */
  tokenRotated?: boolean;
  /** Whether the server is the sandbox environment, whose own limit of requests stands beside the others. */
  sandbox: boolean;
}
