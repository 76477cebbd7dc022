// The only changes that are made to a sample: its addresses, tokens, identifiers and secrets become those of the server.

/** What a sample is given in the place of its placeholders. What is missing stays as the page prints it. */
export interface Given {
  /** The server's address. */
  server: string;
  token?: string;
  authority?: string;
  webhookId?: string;
  secretKey?: string;
  webhookSecret?: string;
}

/** What the page prints, and by what it is replaced. `YOUR_PRODUCTION_TOKEN` stays: no sample may use it here. */
export const substitutions: [printed: string, given: keyof Given][] = [
  ['https://ipg.irandargah.com', 'server'],
  ['https://sandbox.irandargah.com', 'server'],
  ['idg_live_xxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'token'],
  ['YOUR_API_TOKEN', 'token'],
  ['YOUR_SANDBOX_TOKEN', 'token'],
  ['2025100121424146HC', 'authority'],
  ['65a4c7e8f1234', 'webhookId'],
  ['your_secret_key', 'secretKey'],
  ['YOUR_WEBHOOK_SECRET', 'webhookSecret'],
];

/** The text of a sample with the placeholders filled in. */
export const substitute = (text: string, given: Given) =>
  substitutions.reduce((filled, [printed, name]) => filled.replaceAll(printed, given[name] ?? printed), text);
