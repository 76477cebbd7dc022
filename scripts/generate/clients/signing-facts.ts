// Writes the few facts of signing as constants of each language, for the helpers in client/ to read.
import {
  type ContractDocument,
  componentName,
  type Parameter,
  resolve,
} from '../../../foundation/reader/document.ts';
import { notice } from '../../../foundation/reader/paths.ts';

interface SigningPart {
  parts: string[];
  separator: string;
  signature_header: string;
  timestamp_header: string;
  endpoint_prefix?: string;
  path_prefix?: string;
}

/** One constant: its name in small letters with underscores, its value, and what it is. */
type Fact = [name: string, value: string | number, meaning: string];

/** The recipes that the helpers implement; another one in the contract needs another helper, not another constant. */
const implemented = {
  request: 'METHOD:endpoint:body:timestamp',
  response: 'body:timestamp',
  webhook: 'data',
};

/** The name on the wire of a parameter of every webhook, by the name of its component. */
function webhookHeader(document: ContractDocument, component: string): string {
  const [webhook] = Object.values(document.webhooks);
  const parameter = webhook?.post.parameters?.find(
    (node) => componentName(node as { $ref?: string }) === component,
  );
  if (!parameter) throw new Error(`No webhook has the parameter ${component}.`);
  return resolve<Parameter>(document, parameter).name;
}

/**
 * The facts that every helper needs.
 * @throws Error when the contract signs other parts than the helpers do.
 */
export function signingFacts(document: ContractDocument): Fact[] {
  const signing = document['x-signing'] as Record<keyof typeof implemented, SigningPart> & {
    algorithm: string;
    encoding: string;
    tolerance_seconds: number;
  };
  for (const kind of ['request', 'response', 'webhook'] as const) {
    const recipe = signing[kind].parts.join(signing[kind].separator);
    if (recipe !== implemented[kind]) {
      throw new Error(
        `x-signing.${kind} signs ${recipe}, but the helpers in client/ sign ${implemented[kind]}.`,
      );
    }
  }
  if (signing.algorithm !== 'HMAC-SHA256' || signing.encoding !== 'hex') {
    throw new Error('The helpers in client/ know HMAC-SHA256 in hexadecimal only.');
  }
  const { request, response, webhook } = signing;
  return [
    ['request_signature_header', request.signature_header, 'Header of a request with its signature.'],
    ['request_timestamp_header', request.timestamp_header, 'Header of a request with the time of signing.'],
    ['response_signature_header', response.signature_header, 'Header of an answer with its signature.'],
    ['response_timestamp_header', response.timestamp_header, 'Header of an answer with the time of signing.'],
    ['webhook_signature_header', webhook.signature_header, 'Header of a webhook with its signature.'],
    [
      'webhook_timestamp_header',
      webhook.timestamp_header,
      'Header of a webhook with the time of this attempt.',
    ],
    ['webhook_event_header', webhookHeader(document, 'WebhookEvent'), 'Header of a webhook with its event.'],
    ['webhook_id_header', webhookHeader(document, 'WebhookId'), 'Header of a webhook with its identifier.'],
    ['endpoint_prefix', request.endpoint_prefix ?? '', 'What is cut from a path to get the signed endpoint.'],
    ['signed_answers_prefix', response.path_prefix ?? '', 'Answers to paths that begin so are signed.'],
    ['tolerance_seconds', signing.tolerance_seconds, 'How far a timestamp may lie off, in both directions.'],
  ];
}

const upper = (name: string) => name.toUpperCase();
const pascal = (name: string) =>
  name.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The constants in each language, by the path of their file below generated/clients/. */
export function signingFactsFiles(document: ContractDocument): Record<string, string> {
  const facts = signingFacts(document);
  const each = (write: (name: string, value: string, meaning: string) => string) =>
    facts.map(([name, value, meaning]) => write(name, JSON.stringify(value), meaning)).join('\n');
  const javaType = (value: string) => (value.startsWith('"') ? 'String' : 'long');
  return {
    'php/src/SigningFacts.php': `<?php

// ${notice}

declare(strict_types=1);

namespace IranDargah;

/** How requests, answers and webhooks are signed. */
final class SigningFacts
{
${each((name, value, meaning) => `    /** ${meaning} */\n    public const ${upper(name)} = ${value.replaceAll('"', "'")};`)}
}
`,
    'python/irandargah/signing_facts.py': `# ${notice}
"""How requests, answers and webhooks are signed."""

${each((name, value, meaning) => `# ${meaning}\n${upper(name)} = ${value}`)}
`,
    'java/src/main/java/irandargah/SigningFacts.java': `// ${notice}

package irandargah;

/** How requests, answers and webhooks are signed. */
public final class SigningFacts {
${each((name, value, meaning) => `    /** ${meaning} */\n    public static final ${javaType(value)} ${upper(name)} = ${value};`)}

    private SigningFacts() {}
}
`,
    'csharp/SigningFacts.cs': `// ${notice}

namespace IranDargah
{
    /// <summary>How requests, answers and webhooks are signed.</summary>
    public static class SigningFacts
    {
${each((name, value, meaning) => `        /// <summary>${meaning}</summary>\n        public const ${value.startsWith('"') ? 'string' : 'long'} ${pascal(name)} = ${value};`)}
    }
}
`,
  };
}
