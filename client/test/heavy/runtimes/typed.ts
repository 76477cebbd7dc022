// What TypeScript must see of the packed client, whatever the settings of a project: real types, and money with its unit.

/**
 * @param imports all that can be imported of the client.
 * @returns a program that compiles only where no type has become `any`.
 */
export const typedProgram = (imports: string[]): string => `
import { createClient, type GatewayPaths, IranDargahError, type IranDargahClient, type Rials, type Result, toman, verifyWebhook, type WebhookEvent } from '@irandargah/client';
import type { Middleware } from 'openapi-fetch';
${imports.map((name, index) => `import * as package${index} from '${name}';`).join('\n')}

type IsAny<Type> = 0 extends 1 & Type ? true : false;
type Created = Extract<Result<'createPayment'>, { ok: true }>['data']['transaction'];
type Posted = NonNullable<Awaited<ReturnType<typeof post>>['data']>;
export const isAny: {
  amount: IsAny<Rials>;
  client: IsAny<IranDargahClient>;
  byPath: IsAny<IranDargahClient['POST']>;
  paths: IsAny<GatewayPaths['/v2/payments']['post']>;
  created: IsAny<Created['authority']>;
  posted: IsAny<Posted['data']['transaction']['authority']>;
  event: IsAny<WebhookEvent>;
  packages: [${imports.map((_, index) => `IsAny<typeof package${index}>`).join(', ')}];
} = {
  amount: false, client: false, byPath: false, paths: false, created: false, posted: false, event: false,
  packages: [${imports.map(() => 'false').join(', ')}],
};

const client: IranDargahClient = createClient({ token: 'idg_test_x', environment: 'sandbox' });
const payment = { order_id: 'A', callback_url: 'https://shop.example' };
const post = () => client.POST('/v2/payments', { body: { ...payment, amount: toman(1) } });
export const watch = (middleware: Middleware) => client.use(middleware);
client.createPayment({ ...payment, amount: toman(1) });
// @ts-expect-error the amount has no unit
client.createPayment({ ...payment, amount: 1 });
// @ts-expect-error nor has it by path
client.POST('/v2/payments', { body: { ...payment, amount: 1 } });
// @ts-expect-error there is no such path
client.GET('/v2/nonsense');
// @ts-expect-error a number is no amount
export const amount: Rials = 25_000;
// @ts-expect-error a webhook needs its secret
verifyWebhook('{}', {});
export const codeOf = (error: unknown) => (error instanceof IranDargahError ? error.mayHaveActed : undefined);
export const acted: IsAny<ReturnType<typeof codeOf>> = false;
`;

/** An ES module and a CommonJS module of one project: an amount of the one is an amount of the other. */
export const mixedProgram = {
  'amount.cts': `import { toman } from '@irandargah/client';\nexport const amount = toman(1);\n`,
  'mixed.mts': `import type { Rials } from '@irandargah/client';\nimport { amount } from './amount.cjs';\nexport const same: Rials = amount;\n`,
};
