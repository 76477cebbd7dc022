// All requests that break one rule: derived from the contract and a seed, the same for every server.
import { type ContractOperation, operations } from '../../contract/document.ts';
import type { Capability, TestCase } from '../case.ts';
import { bodyCases } from './body.ts';
import { signatureCases, tokenCases } from './credentials.ts';
import { parameterCases } from './parameters.ts';

export interface NegativeOptions {
  /** The same seed gives the same requests. */
  seed: number;
  /** The server's clock in Unix seconds, for dates that must lie in the future. */
  now: number;
}

function casesOf(operation: ContractOperation, { seed, now }: NegativeOptions): TestCase[] {
  const content = [...parameterCases(operation, seed, now), ...bodyCases(operation, seed)].map((one) => ({
    ...one,
    tokenKnown: operation.facts.token,
  }));
  return [...tokenCases(operation), ...signatureCases(operation), ...content].map((one) => {
    const needs: Capability[] = [...one.needs];
    if (operation.method !== 'GET') needs.push('write');
    if (operation.facts.undocumented) needs.push('undocumented');
    return { ...one, needs, id: `${operation.id} ${one.name}` };
  });
}

const day = 86_400;
const made = new Map<string, TestCase[]>();

/** One request for each rule of each operation that it can break. The same options give the same requests. */
export function negativeCases({ seed, now }: NegativeOptions): TestCase[] {
  // Only the day counts, for dates that must lie in the future.
  const today = Math.floor(now / day);
  const key = `${seed} ${today}`;
  const cases =
    made.get(key) ?? operations.flatMap((operation) => casesOf(operation, { seed, now: today * day }));
  made.set(key, cases);
  return cases;
}
