// Writes a request as a C# program around HttpClient, in a form that every compiler since C# 7.1 takes.
import { quoted } from './literal.ts';
import { lines, type Printer, secretVariable, tokenVariable } from './printer.ts';
import type { SignedPart } from './requests.ts';

/** JSON as a verbatim string, which may span lines and knows one escape: the doubled quote. */
function verbatim(json: string): string {
  return `@"${json.replaceAll('"', '""')}"`;
}

function message(parts: SignedPart[]): string {
  return parts.map((part) => ('text' in part ? quoted(part.text) : part.variable)).join(' + ');
}

const block = (indent: string, ...rows: (string | false | undefined)[]): string[] =>
  rows.filter((row) => typeof row === 'string').map((row) => `${indent}${row}`);

export const csharp: Printer = {
  lang: 'C#',
  label: 'C#',
  extension: 'cs',
  print: ({ method, url, token, headers, body }, signing) => {
    const hasBody = body !== undefined;
    const fields = [
      token && `"Authorization", "Bearer " + Environment.GetEnvironmentVariable("${tokenVariable}")`,
      ...headers.map(([name, value]) => `${quoted(name)}, ${quoted(value)}`),
      signing && `${quoted(signing.timestampHeader)}, timestamp`,
      signing && `${quoted(signing.signatureHeader)}, signature`,
    ].filter((field) => typeof field === 'string');
    const httpMethod = method === 'GET' ? 'HttpMethod.Get' : 'HttpMethod.Post';
    return lines(
      'using System;',
      'using System.Net.Http;',
      signing && 'using System.Security.Cryptography;',
      (hasBody || signing) && 'using System.Text;',
      'using System.Threading.Tasks;',
      '',
      'public static class Program',
      '{',
      '    public static async Task Main()',
      '    {',
      // The lines of a verbatim string belong to its value, so they cannot follow the indent of the code.
      hasBody && `        var body = ${verbatim(JSON.stringify(body, null, signing ? 0 : 2))};`,
      signing &&
        block(
          '        ',
          'var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString();',
          `var message = ${message(signing.parts)};`,
          `var key = Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("${secretVariable}"));`,
          'string signature;',
          'using (var hmac = new HMACSHA256(key))',
          '{',
          '    var hash = hmac.ComputeHash(Encoding.UTF8.GetBytes(message));',
          '    signature = BitConverter.ToString(hash).Replace("-", "").ToLowerInvariant();',
          '}',
        ),
      (hasBody || signing) && '',
      ...block(
        '        ',
        'using (var client = new HttpClient())',
        `using (var request = new HttpRequestMessage(${httpMethod}, ${quoted(url)}))`,
        '{',
        ...fields.map((field) => `    request.Headers.Add(${field});`),
        hasBody && '    request.Content = new StringContent(body, Encoding.UTF8, "application/json");',
        '    using (var response = await client.SendAsync(request))',
        '    {',
        '        Console.WriteLine((int)response.StatusCode);',
        '        Console.WriteLine(await response.Content.ReadAsStringAsync());',
        '    }',
        '}',
      ),
      '    }',
      '}',
    );
  },
};
