// Sees to it that the packages sign as the contract says: another recipe needs other code, not another constant.

/** The recipes that the packages implement. */
const implemented = {
  request: 'METHOD:endpoint:body:timestamp',
  response: 'body:timestamp',
  webhook: 'data',
};

export interface Signing extends Record<keyof typeof implemented, { parts: string[]; separator: string }> {
  algorithm: string;
  encoding: string;
}

/**
 * @param signing `x-signing` of the contract.
 * @throws Error when it signs otherwise than the packages do.
 */
export function checkSigning(signing: Signing): void {
  for (const kind of ['request', 'response', 'webhook'] as const) {
    const recipe = signing[kind].parts.join(signing[kind].separator);
    if (recipe !== implemented[kind]) {
      throw new Error(
        `x-signing.${kind} signs ${recipe}, but the packages in client/ sign ${implemented[kind]}.`,
      );
    }
  }
  if (signing.algorithm !== 'HMAC-SHA256' || signing.encoding !== 'hex') {
    throw new Error('The packages in client/ know HMAC-SHA256 in hexadecimal only.');
  }
}
