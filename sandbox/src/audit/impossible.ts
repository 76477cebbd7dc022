// How an audit ends that cannot be carried out.
import type { EvidenceName } from './texts/evidence.ts';

/** The audit cannot say anything; the sentence says why, and what to do. */
export class AuditImpossible extends Error {
  readonly reason: EvidenceName;
  readonly values: Record<string, string | number>;
  constructor(reason: EvidenceName, values: Record<string, string | number> = {}) {
    super(reason);
    this.reason = reason;
    this.values = values;
  }
}
