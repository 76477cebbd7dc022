// The names and constant values of a delivery's headers, from the contract's parameters.
import { document } from '../contract/document.ts';

interface HeaderParameter {
  name: string;
  schema: { const?: string };
}

const { parameters } = document.components as unknown as { parameters: Record<string, HeaderParameter> };

function header(component: string): HeaderParameter {
  const found = parameters[component];
  if (!found) throw new Error(`The contract has no parameter called ${component}.`);
  return found;
}

export const userAgent = { name: header('UserAgent').name, value: header('UserAgent').schema.const ?? '' };
export const eventHeader = header('WebhookEvent').name;
export const deliveryIdHeader = header('WebhookId').name;
