// Finds what an answer mutant does, once it is known with which secret keys the sandbox behind it signs.
import type { Target } from '../src/targets/target.ts';
import { changesOf } from './answers/change.ts';
import type { Fault } from './answers/mutating.ts';
import { answerMutants } from './registry.ts';

/**
 * @param id of an answer mutant
 * @param known the secret keys of all terminals that may be answered, and a token that works
 * @throws Error when there is no such mutant
 */
export function faultOf(id: string, known: { secrets: () => Iterable<string>; token: () => string }): Fault {
  const mutant = answerMutants(changesOf(known)).find((one) => one.id === id);
  if (!mutant) throw new Error(`There is no answer mutant "${id}".`);
  return mutant.server;
}

/**
 * Lets a set learn the secret key of each terminal that a target makes from now on.
 * @throws Error when the target has no control API
 */
export function secretsOf(target: Target): Set<string> {
  const { control, credentials } = target;
  if (!control) throw new Error('The sandbox has no control API.');
  const secrets = new Set([credentials.secretKey ?? '']);
  target.control = {
    ...control,
    createTerminal: async (wanted) => {
      const terminal = await control.createTerminal(wanted);
      secrets.add(terminal.secretKey ?? '');
      return terminal;
    },
  };
  return secrets;
}
