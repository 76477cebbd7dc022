// Writes the facts of the contract as one TypeScript module, typed as literals, for programs to read.
import { type BothLanguages, factsOf } from '../../foundation/reader/facts.ts';
import { notice } from '../../foundation/reader/paths.ts';

/**
 * Writes the module of facts.
 * @returns the text of generated/facts.ts: one exported constant for each kind of fact.
 */
export function factsModule(documents: BothLanguages): string {
  const parts = factsOf(documents).map(
    ([name, comment, value]) =>
      `/** ${comment} */\nexport const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`,
  );
  return `// ${notice}\n\n${parts.join('\n')}
export type OperationId = keyof typeof operations;
export type ErrorName = keyof typeof errors;
export type ErrorCode = (typeof errors)[ErrorName]['code'];
export type ErrorType = (typeof errors)[ErrorName]['type'];
export type WebhookEvent = keyof typeof webhookEvents;
export type Environment = keyof typeof servers;
export type PaymentState = keyof typeof paymentLifecycle.states;
`;
}
