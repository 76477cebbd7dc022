// Every mutant: the mistakes in the source of the sandbox, and those made before it.
import { bodyFaults } from './answers/bodies.ts';
import { bookFaults } from './answers/books.ts';
import { byteMutants } from './answers/bytes.ts';
import { type Changes, changesOf, type FaultyServer } from './answers/change.ts';
import { connectionFaults } from './answers/connections.ts';
import { errorFaults } from './answers/errors.ts';
import { headerFaults } from './answers/headers.ts';
import { limitFaults } from './answers/limits.ts';
import { refusalFaults } from './answers/refusals.ts';
import { signatureFaults } from './answers/signatures.ts';
import { webhookFaults } from './answers/webhooks.ts';
import type { AnswerMutant, Kind, Mutant, SourceMutant } from './mutant.ts';
import { bounds } from './sources/bounds.ts';
import { callbacks } from './sources/callbacks.ts';
import { echo } from './sources/echo.ts';
import { edges } from './sources/edges.ts';
import { errors } from './sources/errors.ts';
import { keys } from './sources/keys.ts';
import { rates } from './sources/limits.ts';
import { lists } from './sources/lists.ts';
import { money } from './sources/money.ts';
import { pages } from './sources/pages.ts';
import { reports } from './sources/reports.ts';
import { signatures } from './sources/signing.ts';
import { strangers } from './sources/strangers.ts';
import { time } from './sources/time.ts';
import { webhooks } from './sources/webhooks.ts';

const slug = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/**
 * The servers that the report must call wrong, as mutants. An addition is allowed, and a mock that answers with another
 * example is no gateway.
 */
const asMutants = (kind: Kind, servers: readonly FaultyServer[]): AnswerMutant[] =>
  servers
    .filter(({ word, behind }) => word !== 'noted' && behind === undefined)
    .map(({ fault, server }) => ({
      id: slug(fault),
      kind,
      summary: `${fault.charAt(0).toUpperCase()}${fault.slice(1)}.`,
      server,
    }));

/** The mistakes that are made before a right sandbox. @param changes what they are made of */
export const answerMutants = (changes: Changes): AnswerMutant[] => [
  ...byteMutants(changes),
  ...asMutants('form', bodyFaults(changes)),
  ...asMutants('errors', errorFaults(changes)),
  ...asMutants('headers', headerFaults()),
  ...asMutants('signing', signatureFaults(changes)),
  ...asMutants('bounds', refusalFaults(changes)),
  ...asMutants('connections', connectionFaults()),
  ...asMutants('webhooks', webhookFaults(changes)),
  ...asMutants('lists', bookFaults(changes)),
  ...asMutants('limits', limitFaults()),
];

/** The mistakes in the source. */
export const sourceMutants: readonly SourceMutant[] = [
  ...money,
  ...strangers,
  ...echo,
  ...lists,
  ...reports,
  ...time,
  ...rates,
  ...keys,
  ...webhooks,
  ...callbacks,
  ...signatures,
  ...edges,
  ...bounds,
  ...errors,
  ...pages,
];

/** All of them; what the answer mutants do stays undone without a sandbox. */
export const mutants: readonly Mutant[] = [
  ...sourceMutants,
  ...answerMutants(changesOf({ secrets: () => [], token: () => '' })),
];
