// One step of a payment by openapi-react-query: a component that uses its hooks, drawn in a document without a screen.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import createFetchClient from 'openapi-fetch';
import createQueryHooks from 'openapi-react-query';
import { useEffect } from 'react';
import type { Root } from 'react-dom/client';
import type { paths } from './out';

const { SERVER, TOKEN, AMOUNT, ORDER_ID, CALLBACK_URL } = process.env as Record<string, string>;
const [word, authority = ''] = process.argv.slice(2);
const amount = Number(AMOUNT);
const hooks = createQueryHooks(
  createFetchClient<paths>({ baseUrl: SERVER as string, headers: { Authorization: `Bearer ${TOKEN}` } }),
);

let tell: (line: string) => void;
const line = new Promise<string>((resolve) => {
  tell = resolve;
});
const refused = (failure: { error: { code: number } } | null) =>
  failure && tell(`refused ${failure.error.code}`);

function Create() {
  const { mutate, data, error } = hooks.useMutation('post', '/v2/payments');
  useEffect(() => {
    mutate({
      params: { header: { 'Idempotency-Key': 'key-of-the-order' } },
      body: { amount, order_id: ORDER_ID as string, callback_url: CALLBACK_URL as string },
    });
  }, [mutate]);
  if (data) tell(`created ${data.data.transaction.authority}`);
  refused(error);
  return null;
}

function Read() {
  const params = { params: { path: { authority } } };
  const { data, error } = hooks.useQuery('get', '/v2/payments/{authority}', params);
  if (data) tell(`payment ${data.data.transaction.status} ${data.data.transaction.amount}`);
  refused(error);
  return null;
}

function Verify() {
  const { mutate, data, error } = hooks.useMutation('post', '/v2/verifications');
  useEffect(() => {
    mutate({ body: { authority, amount } });
  }, [mutate]);
  if (data) tell(`verified ${data.data.verification.ref_id} ${data.data.verification.amount}`);
  refused(error);
  return null;
}

async function draw(): Promise<Root> {
  const { Window } = await import('happy-dom');
  const window = new Window();
  Object.assign(globalThis, { window, document: window.document });
  const { createRoot } = await import('react-dom/client');
  const root = createRoot(window.document.body as unknown as HTMLElement);
  const Step = word === 'create' ? Create : word === 'read' ? Read : Verify;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  root.render(
    <QueryClientProvider client={client}>
      <Step />
    </QueryClientProvider>,
  );
  return root;
}

draw().then(async () => {
  console.log(await line);
  process.exit();
});
