// Holds the answers of the control API to its own document.
import { controlDocument, controlOperations, resolved } from '../../src/control/document.ts';
import { compile } from '../../src/control/validation.ts';

const routes = controlOperations.map((operation) => ({
  ...operation,
  pattern: new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

/** @returns one line for each way in which an answer breaks the document; none when it keeps it. */
export function controlFaults(method: string, url: string, status: number, json: unknown): string[] {
  const [path = ''] = url.split('?', 1);
  const route = routes.find((other) => other.method === method && other.pattern.test(path));
  if (!route) return [`${method} ${path} is not in the document`];
  const item = controlDocument.paths[route.path];
  const operation = item?.[method.toLowerCase() as 'get' | 'post' | 'delete'];
  const documented = operation?.responses[status] ?? operation?.responses[`${String(status)[0]}XX`];
  const schema = documented && resolved(documented).content?.['application/json'].schema;
  if (!schema) return [`status ${status} is not documented`];
  const validate = compile(schema);
  return validate(json) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
}
