// One rule that shows between several requests, or between several callers.
import type { OperationId } from '../../../contract/facts.ts';
import type { Finding } from '../../../judge/finding.ts';
import type { Capability } from '../../case.ts';
import type { Stage } from '../stage.ts';

export interface Behaviour {
  id: string;
  operation: OperationId;
  name: string;
  needs: Capability[];
  /** @returns what was found to be wrong */
  play: (stage: Stage) => Promise<Finding[]>;
}

export const behaviour = (
  operation: OperationId,
  name: string,
  play: Behaviour['play'],
  needs: Capability[] = ['control'],
): Behaviour => ({ id: `${operation} ${name}`, operation, name, needs, play });
