// Says with which of three words a finding is reported: broken, differs or noted.
import { type Basis, linesOf, parseBasis } from '../../../foundation/reader/basis.ts';
import { type ContractOperation, contract } from '../contract/document.ts';
import { basisOfRule } from '../contract/ground.ts';
import type { Finding } from './finding.ts';

export { basisOfRule };

/**
 * `broken`: contradicts what the page states. `differs`: contradicts what the page leaves open and the project assumed,
 * or read off an example. `noted`: an addition that the contract lets anybody make.
 */
export type Word = 'broken' | 'differs' | 'noted';

/** From the worst to the mildest. */
export const words: readonly Word[] = ['broken', 'differs', 'noted'];

/** The basis of a rule that the page states. */
export const stated: Basis = { kind: 'stated' };

/** The basis of what follows from decisions and stands at no single place of the contract. */
export const assumed = (...decisions: number[]): Basis => ({ kind: 'decision', decisions });

/** `decision 19` or `example 341-345`, for plans; nothing is what the page states. */
export const basis = (text?: string): Basis => (text === undefined ? stated : parseBasis(text));

const strength = { stated: 2, example: 1, decision: 0 };

/** The basis of something that rests on two: it is no firmer than the weaker of them. */
export function weaker(one: Basis, other: Basis): Basis {
  if (one.kind === 'decision' && other.kind === 'decision') {
    return assumed(...new Set([...one.decisions, ...other.decisions]));
  }
  return strength[other.kind] < strength[one.kind] ? other : one;
}

/** The lines of the page that state a rule or show it, as far as the contract names them. */
export const linesOfRule = (pointer: string): string | undefined => linesOf(contract, pointer);

/** What a finding rests on. */
export const groundOf = ({ rule, basis: own }: Finding): Basis => own ?? basisOfRule(rule);

export function wordOf(finding: Finding): Word {
  if (finding.addition !== undefined) return 'noted';
  return groundOf(finding).kind === 'stated' ? 'broken' : 'differs';
}

/** Whether a server that is found at fault so breaks what the page states. */
export const isBroken = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => wordOf(finding) === 'broken');

/**
 * Nothing of an operation is firmer than the operation itself: where the page only names it, a broken rule of it
 * contradicts no more than the decision that modelled it.
 */
export function asFirmAs(
  { pointer, ground }: Pick<ContractOperation, 'pointer' | 'ground'>,
  findings: Finding[],
): Finding[] {
  const ofOperation = ground ?? basisOfRule(pointer);
  if (ofOperation.kind === 'stated') return findings;
  return findings.map((finding) => ({ ...finding, basis: weaker(groundOf(finding), ofOperation) }));
}
