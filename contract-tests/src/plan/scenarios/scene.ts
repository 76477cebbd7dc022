// A scene brings about one answer of the contract on a server with a state, as its example shows it.
import type { NamedExample } from '../../contract/document.ts';
import type { Performed } from '../../run/session.ts';
import type { Capability } from '../case.ts';
import type { Stage } from './stage.ts';

export interface Scene {
  needs?: Capability[];
  /**
   * Brings the answer about and asks for it.
   * @throws NotStaged, Unreachable
   */
  play: (stage: Stage) => Promise<Performed>;
  /** JSON pointers into the body at which the answer must be as the example. */
  like?: string[];
}

/** Scenes by `status example`, for one operation. */
export type Scenes = Record<string, Scene>;

/** What an answer must have in common with the example of an error: what it says of the cause. */
export function likeness({ value }: NamedExample, status: number): { fields?: string[]; pointers: string[] } {
  if (status < 400) return { pointers: [] };
  const { details } =
    (value as { error?: { details?: { validation?: object; reason?: string } } }).error ?? {};
  return {
    ...(details?.validation && { fields: Object.keys(details.validation) }),
    pointers: details?.reason
      ? ['/error/code', '/error/type', '/error/details/reason']
      : ['/error/code', '/error/type'],
  };
}
