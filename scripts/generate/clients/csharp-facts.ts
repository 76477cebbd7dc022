// Writes the facts of the contract as C#: operations, errors, headers, signing, and the names that matter.
import type { ClientFact } from '../client-facts.ts';
import { pascal } from '../publish/name-objects.ts';
import { type OperationFact, packageFacts } from './package-facts.ts';

/** A text as C#, whose escapes contain those of JSON. */
const quoted = (value: string) => JSON.stringify(value);
const list = (values: string[]) => values.map(quoted).join(', ');

function operation(name: string, fact: OperationFact): string {
  const traits = (['token', 'signed', 'idempotencyKey', 'undocumented'] as const).filter(
    (trait) => fact[trait],
  );
  const needed = Object.entries(fact.data ?? {}).map(([field, kind]) => `{ ${quoted(field)}, "${kind}" }`);
  const data = fact.data ? `new Dictionary<string, string> { ${needed.join(', ')} }` : 'null';
  return `        public static readonly Operation ${pascal(name)} = new Operation(
            "${name}", "${fact.method}", "${fact.path}", ${fact.successStatus}, "${traits.join(' ')}",
            ${data.replace('{  }', '{ }')},
            new[] { ${list(fact.errors)} });`;
}

/** The text of the classes GatewayEnvironment, ErrorCode and Facts. */
export function csharpFacts(facts: ClientFact[]): string {
  const all = packageFacts(facts);
  const { signing, headers, errors } = all;
  const environments = Object.keys(all.servers);
  const byEnvironment = (values: Record<string, string>) =>
    environments
      .map((name) => `{ GatewayEnvironment.${pascal(name)}, ${quoted(values[name] ?? '')} }`)
      .join(', ');
  const constants: [string, string | number][] = [
    ['TokenPattern', all.tokenPattern],
    ['RialsPerToman', all.rialsPerToman],
    ['ToleranceSeconds', signing.tolerance_seconds],
    ['EndpointPrefix', signing.request.endpoint_prefix],
    ...(['request', 'response', 'webhook'] as const).flatMap((kind): [string, string][] => [
      [`${pascal(kind)}SignatureHeader`, signing[kind].signature_header],
      [`${pascal(kind)}TimestampHeader`, signing[kind].timestamp_header],
    ]),
    ...Object.entries(headers).map(([name, value]): [string, string] => [`${pascal(name)}Header`, value]),
  ];
  const sets = (['callbackFields', 'amountFields', 'referenceFields', 'sensitiveNames'] as const).map(
    (name) =>
      `        public static readonly HashSet<string> ${pascal(name)} = new HashSet<string> { ${list(all[name])} };`,
  );
  const codes = Object.entries(errors).map(
    ([name, { code }]) => `        public const string ${name.replace(/^Error/, '')} = "${code}";`,
  );
  const catalogue = Object.entries(errors).map(
    ([name, { code, type, mayHaveActed = false, advice }]) =>
      `            new ErrorFact("${name}", ${code}, "${type}", ${mayHaveActed}, ${quoted(advice)}),`,
  );
  const events = Object.entries(all.eventFields).map(([event, fields]) =>
    `            { "${event}", new string[] { ${list(fields)} } },`.replace('{  }', '{ }'),
  );
  return `    /// <summary>Where a terminal belongs: real money, or none.</summary>
    public enum GatewayEnvironment
    {
${environments.map((name) => `        ${pascal(name)},`).join('\n')}
    }

    /// <summary>What the code of an IranDargahException may be: a number of the gateway's catalogue, or a word for
    /// everything that is in no catalogue.</summary>
    public static partial class ErrorCode
    {
${codes.join('\n')}
    }

    /// <summary>What the package knows of the contract.</summary>
    internal static class Facts
    {
${constants.map(([name, value]) => `        public const ${typeof value === 'number' ? 'long' : 'string'} ${name} = ${typeof value === 'number' ? value : quoted(value)};`).join('\n')}

        public static readonly Dictionary<GatewayEnvironment, string> Servers =
            new Dictionary<GatewayEnvironment, string> { ${byEnvironment(all.servers)} };

        public static readonly Dictionary<GatewayEnvironment, string> TokenPrefixes =
            new Dictionary<GatewayEnvironment, string> { ${byEnvironment(all.tokenPrefixes)} };

${sets.join('\n\n')}

        public static readonly Dictionary<string, string[]> EventFields = new Dictionary<string, string[]>
        {
${events.join('\n')}
        };

        public static readonly ErrorFact[] Errors =
        {
${catalogue.join('\n')}
        };

${Object.entries(all.operations)
  .map(([name, fact]) => operation(name, fact))
  .join('\n\n')}
    }`;
}
