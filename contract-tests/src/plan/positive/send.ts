// Sends the requests at the edges: to a mock as they stand, to a server with a state with references that exist there.
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { stated } from '../../judge/word.ts';
import type { Session } from '../../run/session.ts';
import type { TestCase } from '../case.ts';
import { type Draft, draftOf } from '../draft.ts';
import { recordPlay } from '../scenarios/record.ts';
import { grounded } from '../scenarios/requests.ts';
import { createStage, type Stage, Unreachable } from '../scenarios/stage.ts';
import type { EdgeCase } from './cases.ts';
import { maskedCard } from './values.ts';

function placed(draft: Draft, { in: place, field, value }: EdgeCase): Draft {
  const text = String(value);
  if (place === 'query') return { ...draft, query: [...draft.query, [field, text]] };
  // Two names of one header would have to be equal.
  const isAlias = place === 'header' && field.startsWith('X-');
  const alone = isAlias ? { [field.slice('X-'.length)]: null } : {};
  return { ...draft, headers: { ...draft.headers, ...alone, [field]: text } };
}

/** The same for a mock, which has no state. */
export function edgeTestCase(edge: EdgeCase): TestCase {
  const { id, name, operation, expectation, needs, field, value } = edge;
  const example = operation.requestBody?.examples[0]?.value as object | undefined;
  const body = edge.in === 'body' ? { ...example, [field]: value } : example;
  const draft = draftOf(operation, body);
  return {
    id,
    name,
    draft: edge.in === 'body' ? draft : placed(draft, edge),
    expectation,
    needs,
    tokenKnown: operation.facts.token,
  };
}

/** Whether a new payment says of itself what it was made with. */
async function amountOf(stage: Stage, edge: EdgeCase, authority: unknown): Promise<Finding[]> {
  if (typeof authority !== 'string' || edge.field !== 'amount') return [];
  const { body, findings } = await stage.send(stage.draft('getPayment', { authority }));
  const amount = nodeAt(body, '/data/transaction/amount');
  // A number in quotes is still the same number; that it is in quotes is found already.
  if (String(amount) === String(edge.value) || findings.length > 0) return findings;
  return [
    {
      at: '/body/data/transaction/amount',
      expected: `${edge.value}, as the payment was made with it`,
      got: shown(amount),
      rule: '#/components/schemas/Amount',
      basis: stated,
    },
  ];
}

/** Whether the card that alone may pay can pay, and comes back in the callback. */
async function cardOf(stage: Stage, edge: EdgeCase, authority: unknown): Promise<Finding[]> {
  const { control } = stage.session.target;
  if (typeof authority !== 'string' || edge.field !== 'card_number' || !control) return [];
  const { fields } = await control.pay(authority, 'success');
  const expected = maskedCard(String(edge.value));
  // A callback need not say which card it was (docs/decisions/0006).
  if (fields.card_pan === undefined || fields.card_pan === expected) return [];
  return [
    {
      at: '/form/card_pan',
      expected: `${expected}, the card that alone may pay`,
      got: shown(fields.card_pan),
      rule: '#/components/schemas/PaymentCallback/properties/card_pan',
      // Which fields a callback has is only assumed.
    },
  ];
}

/** Sends one to a server with a state, and records whether it was a success. */
export async function sendEdge(session: Session, edge: EdgeCase, repeat: string): Promise<void> {
  const { id, name, operation, expectation, needs, field, value } = edge;
  const { id: operationId } = operation;
  const reason = session.obstacle(needs);
  if (reason) return session.recorder.notReached('requests', operationId, name, reason);
  const stage = createStage(session, expectation);
  await recordPlay(session, { part: 'requests', operation: operationId, name, repeat }, async () => {
    const example = operation.requestBody?.examples[0]?.value as Record<string, unknown> | undefined;
    if (!example) return (await stage.ask(placed(stage.draft(operationId), edge))).findings;
    const change = edge.in === 'body' ? { [field]: value } : {};
    const { body, as } = await grounded(stage, operationId, { ...example, ...change }, change);
    const draft = stage.draft(operationId, { body });
    // A key that another request has used before would be taken for a repetition.
    if (edge.in === 'header' && unused(value, id) === String(value) && !session.target.control) {
      throw new Unreachable('so short a key may have been used before on this terminal');
    }
    const sent = edge.in === 'body' ? draft : placed(draft, { ...edge, value: unused(value, id) });
    const answer = await stage.ask(sent, as && { as });
    const authority = operationId === 'createPayment' && nodeAt(answer.body, '/data/transaction/authority');
    return [
      ...answer.findings,
      ...(await amountOf(stage, edge, authority)),
      ...(await cardOf(stage, edge, authority)),
    ];
  });
}

let used = 0;

/** A text of the same length that begins otherwise each time, as far as it is long enough. @param id seeds nothing but names the case */
function unused(value: unknown, id: string): string {
  const text = String(value);
  const mark = `${Date.now().toString(36)}${(used++).toString(36)}${id.length}`;
  return text.length > mark.length ? mark + text.slice(mark.length) : text;
}
