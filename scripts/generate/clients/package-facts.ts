// The facts of clients by their names, as the generators of the packages read them.
import type { ClientFact } from '../client-facts.ts';

interface SigningFact {
  parts?: string[];
  separator?: string;
  signature_header: string;
  timestamp_header: string;
}

/** One operation; what does not apply is left out. */
export interface OperationFact {
  method: string;
  path: string;
  token?: true;
  signed?: true;
  idempotencyKey?: true;
  undocumented?: true;
  successStatus: number;
  /** The fields that the data of a success must have, and what they are. */
  data?: Record<string, string>;
  errors: string[];
}

export interface PackageFacts {
  servers: Record<string, string>;
  tokenPattern: string;
  tokenPrefixes: Record<string, string>;
  signing: {
    tolerance_seconds: number;
    request: SigningFact & { endpoint_prefix: string };
    response: SigningFact;
    webhook: SigningFact;
  };
  headers: Record<string, string>;
  operations: Record<string, OperationFact>;
  errors: Record<string, { code: number; type: string; mayHaveActed?: true; advice: string }>;
  callbackFields: string[];
  eventFields: Record<string, string[]>;
  amountFields: string[];
  referenceFields: string[];
  sensitiveNames: string[];
  rialsPerToman: number;
}

export const packageFacts = (facts: ClientFact[]): PackageFacts =>
  Object.fromEntries(facts.map(([name, , value]) => [name, value])) as unknown as PackageFacts;
