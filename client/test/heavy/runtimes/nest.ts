// A shop by NestJS: its module, its provider of the client and its service, as TypeScript with decorators and metadata.
import type { Settings } from './program.ts';

/** The settings of a project that `nest new` makes, as far as they matter for modules. */
export const nestSettings = {
  compilerOptions: {
    module: 'commonjs',
    target: 'ES2023',
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    allowSyntheticDefaultImports: true,
    strictNullChecks: true,
    skipLibCheck: true,
    outDir: 'nest',
    types: [],
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  },
  files: ['nest.ts'],
};

/** The shop; it prints what became of one payment. */
export const nestProgram = ({ gateway }: Settings): string => `
import 'reflect-metadata';
import { Inject, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createClient, type IranDargahClient, IranDargahError, type Rials, toman } from '@irandargah/client';
import { printJalaliDay } from '@irandargah/client/jalali';

@Injectable()
class Payments {
  constructor(@Inject('gateway') private readonly gateway: IranDargahClient) {}

  async begin(amount: Rials, order_id: string): Promise<string> {
    const created = await this.gateway.createPayment({ amount, order_id, callback_url: 'https://shop.example/return' });
    if (created.ok === false) throw created.error;
    return created.data.transaction.gateway_url;
  }

  async find(authority: string): Promise<IranDargahError | undefined> {
    const found = await this.gateway.getPayment(authority);
    return found.ok ? undefined : found.error;
  }
}

const gateway = createClient({
  token: '${gateway.token}',
  secretKey: ${gateway.secretKey ? `'${gateway.secretKey}'` : 'undefined'},
  environment: 'sandbox',
  baseUrl: '${gateway.url}',
});

@Module({ providers: [Payments, { provide: 'gateway', useValue: gateway }] })
class Shop {}

async function open() {
  const app = await NestFactory.createApplicationContext(Shop, { logger: false });
  const payments = app.get(Payments);
  // @ts-expect-error an amount without its unit
  const begin = () => payments.begin(1, 'ORDER');
  const error = await payments.find('2025100121424146HC');
  const page = new URL(await payments.begin(toman(25_000), 'ORDER-NEST'));
  console.log(page.pathname.split('/').length > 1, error instanceof IranDargahError, error?.code, typeof begin, printJalaliDay(new Date(0)));
  await app.close();
}
void open();
`;
