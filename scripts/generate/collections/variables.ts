// What a reader fills in before a collection runs: addresses, token and secret key.

import type { Workflows } from '../../../foundation/reader/arazzo.ts';
import type { Language } from '../../../foundation/reader/paths.ts';
import { texts } from './texts.ts';

/** Where the API is. */
export const baseUrl = 'baseUrl';

/** The input of the flows that holds the reader's own token. */
export const ownToken = 'token';

/** The environment of Bruno and of .http files that holds the variables. */
export const environment = 'sandbox';

/** What requests are signed with, as far as it is filled in. */
export const secretKey = 'secret_key';

export interface Variable {
  name: string;
  description: string;
  /** Empty where only the reader knows the value. */
  initial: string;
  isSecret: boolean;
  /** Whether nothing can be sent as long as it is empty. */
  isNeeded: boolean;
}

/** Every variable that the flows need, the addresses of the local sandbox filled in. */
export function variablesOf(workflows: Workflows, language: Language): Variable[] {
  const [some] = Object.values(workflows);
  const inputs = Object.values(workflows)
    .flatMap(({ workflows }) => workflows)
    .flatMap(({ inputs }) => Object.entries(inputs.properties))
    .map(([name, { description, default: initial = '', format }]) => ({
      name,
      description,
      initial,
      isSecret: format === 'password',
      isNeeded: true,
    }));
  const { baseUrlDescription, secretKeyDescription } = texts[language];
  const first = {
    name: baseUrl,
    description: baseUrlDescription,
    initial: some?.sourceDescriptions[0]?.['x-serverUrl'] ?? '',
    isSecret: false,
    isNeeded: true,
  };
  const last = {
    name: secretKey,
    description: secretKeyDescription,
    initial: '',
    isSecret: true,
    isNeeded: false,
  };
  const byName = Map.groupBy([first, ...inputs, last], ({ name }) => name);
  // Flows say of an input what it is for them; the first word on it serves all.
  return [...byName.values()].flatMap(([variable]) => variable ?? []);
}
