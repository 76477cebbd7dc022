// What our mock does beyond plain Prism; the command says it at its start, and a test tries each of them on both.

/** By a name for the test, a line for the reader. */
export const additions = {
  key: 'wants the idempotency key, and takes it by either of its names',
  refusals:
    'answers unknown paths, methods and examples in the envelope of the contract, not in one of its own',
  bodies: 'answers a body that is not JSON; Prism lets its sender wait',
  fields: 'answers 422 with the example that names a faulty field, not with the first one',
  callbacks: 'sends no callbacks; Prism sends one at once, before anybody has paid, and its form as JSON',
  headers: 'leaves out the headers that depend on a terminal: signatures of answers, a token in rotation',
} as const;

/** What the command prints, below the address. */
export function additionsText(document: string): string {
  return [
    `Plain Prism gives the same examples (npx -p @stoplight/prism-cli prism mock ${document}). Beyond that, this mock`,
    ...Object.values(additions).map((text) => `  - ${text}`),
  ].join('\n');
}
