// Writes a request as a Python script around the requests library.
import { literal, type Notation, quoted } from './literal.ts';
import { lines, type Printer, secretVariable, tokenVariable } from './printer.ts';
import type { SignedPart } from './requests.ts';

const notation: Notation = {
  string: quoted,
  number: String,
  boolean: (value) => (value ? 'True' : 'False'),
  null: 'None',
  list: ['[', ']'],
  object: ['{', '}'],
  emptyObject: '{}',
  entries: (entries) => entries.map(([key, value]) => `${quoted(key)}: ${value}`),
  indent: '    ',
  trailingComma: true,
};

/** An f-string; the texts of the signed string hold neither quotes nor backslashes, but braces must be doubled. */
function message(parts: SignedPart[]): string {
  const texts = parts.map((part) =>
    'text' in part ? quoted(part.text).slice(1, -1).replaceAll(/[{}]/g, '$&$&') : `{${part.variable}}`,
  );
  return `f"${texts.join('')}"`;
}

export const python: Printer = {
  lang: 'Python',
  label: 'Python',
  extension: 'py',
  print: ({ method, url, token, headers, body }, signing) => {
    const hasBody = body !== undefined;
    const modules = [
      signing && ['hashlib', 'hmac'],
      hasBody && signing && 'json',
      (token || signing) && 'os',
      signing && 'time',
    ]
      .flat()
      .filter((name) => typeof name === 'string');
    const fields = [
      token && `"Authorization": "Bearer " + os.environ["${tokenVariable}"]`,
      hasBody && signing && '"Content-Type": "application/json"',
      ...headers.map(([name, value]) => `${quoted(name)}: ${quoted(value)}`),
      signing && `${quoted(signing.timestampHeader)}: timestamp`,
      signing && `${quoted(signing.signatureHeader)}: signature`,
    ].filter((field) => typeof field === 'string');
    return lines(
      ...modules.map((name) => `import ${name}`),
      modules.length > 0 && '',
      'import requests',
      '',
      hasBody && `data = ${literal(body, notation)}`,
      signing && [
        // What is signed is what is sent, so the library must not write the JSON once more.
        ...(hasBody ? ['body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))'] : []),
        'timestamp = str(int(time.time()))',
        `message = ${message(signing.parts)}`,
        'signature = hmac.new(',
        `    os.environ["${secretVariable}"].encode(), message.encode(), hashlib.sha256`,
        ').hexdigest()',
      ],
      (hasBody || signing) && '',
      `response = requests.${method.toLowerCase()}(`,
      `    ${quoted(url)},`,
      fields.length > 0 && ['    headers={', ...fields.map((field) => `        ${field},`), '    },'],
      hasBody && (signing ? '    data=body.encode(),' : '    json=data,'),
      '    timeout=30,',
      ')',
      'print(response.status_code, response.text)',
    );
  },
};
