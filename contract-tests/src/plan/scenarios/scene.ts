// A scene brings about one answer of the contract on a server with a state, as its example shows it.
import type { BasisText } from '../../../../foundation/reader/basis.ts';
import type { ContractOperation, DocumentedResponse, NamedExample } from '../../contract/document.ts';
import type { Expectation, Likeness } from '../../judge/expectation.ts';
import { basis } from '../../judge/word.ts';
import type { Performed } from '../../run/session.ts';
import type { Capability } from '../case.ts';
import { type PaymentState, spokenAnswer } from '../spoken.ts';
import type { Stage } from './stage.ts';

export interface Scene {
  needs?: Capability[];
  /**
   * Brings the answer about and asks for it.
   * @throws NotStaged, Unreachable
   */
  play: (stage: Stage) => Promise<Performed>;
  /** JSON pointers into the body at which the answer must be as the example. */
  like?: (string | Likeness)[];
  /** The state of the payment that the answer shows, which decides the word for it. */
  state?: PaymentState;
  /** `decision 36`: what it rests on that the request is answered so; left out, the page states it. */
  basis?: BasisText;
  /** `decision 19`: what it rests on that just this error comes, when that the request is refused at all is firmer. */
  codeBasis?: BasisText;
}

/** Scenes by `status example`, for one operation. */
export type Scenes = Record<string, Scene>;

/** Places at which an answer must be as the example for another reason than what the contract says of the field. */
export const because = (text: BasisText, ...pointers: string[]): Likeness[] =>
  pointers.map((at) => ({ at, basis: basis(text) }));

/** What an answer must have in common with the example that its scene is to show. */
export function expectationOf(
  scene: Scene,
  { id }: Pick<ContractOperation, 'id'>,
  { status, mediaType }: Pick<DocumentedResponse, 'status' | 'mediaType'>,
  written: NamedExample,
): Expectation {
  const grounds = {
    ...(scene.basis !== undefined && { basis: basis(scene.basis) }),
    ...(scene.codeBasis !== undefined && { codeBasis: basis(scene.codeBasis) }),
  };
  if (mediaType !== 'application/json') return { status, ...grounds };
  const { example, error } = spokenAnswer(id, status, written, scene.state);
  if (!error) {
    const places = (scene.like ?? []).map((one) => (typeof one === 'string' ? { at: one } : one));
    return { status, like: { example, places }, ...grounds };
  }
  const { details } =
    (example.value as { error?: { details?: { validation?: object; reason?: string } } }).error ?? {};
  return {
    errors: [error],
    ...(details?.validation && { fields: Object.keys(details.validation) }),
    ...(details?.reason && { like: { example, places: [{ at: '/error/details/reason' }] } }),
    ...grounds,
  };
}
