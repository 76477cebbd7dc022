// Writes a request as a Go program around net/http, formatted as gofmt does.
import { literal, type Notation, quoted } from './literal.ts';
import { hang, lines, type Printer, secretVariable, tokenVariable } from './printer.ts';
import type { SignedPart } from './requests.ts';

/** gofmt aligns the values of neighbouring entries; one that spans several lines parts its neighbours. */
function alignedEntries(entries: [key: string, value: string][]): string[] {
  const isBroken = (value: string | undefined) => value?.includes('\n') ?? true;
  return entries.map(([key, value], index) => {
    let first = index;
    let last = index;
    if (!isBroken(value)) {
      while (!isBroken(entries[first - 1]?.[1])) first -= 1;
      while (!isBroken(entries[last + 1]?.[1])) last += 1;
    }
    const widest = Math.max(...entries.slice(first, last + 1).map(([name]) => quoted(name).length));
    return `${`${quoted(key)}:`.padEnd(widest + 1)} ${value}`;
  });
}

const notation: Notation = {
  string: quoted,
  // Amounts do not fit into the int of a 32-bit machine.
  number: (value) => `int64(${value})`,
  boolean: String,
  null: 'nil',
  list: ['[]any{', '}'],
  object: ['map[string]any{', '}'],
  emptyObject: 'map[string]any{}',
  entries: alignedEntries,
  indent: '\t',
  trailingComma: true,
};

function message(parts: SignedPart[]): string {
  const variables = { body: 'string(body)', timestamp: 'timestamp' };
  return parts.map((part) => ('text' in part ? quoted(part.text) : variables[part.variable])).join(' + ');
}

const failOnError = ['\tif err != nil {', '\t\tlog.Fatal(err)', '\t}'];

export const go: Printer = {
  lang: 'Go',
  label: 'Go',
  extension: 'go',
  print: ({ method, url, token, headers, body }, signing) => {
    const hasBody = body !== undefined;
    const packages = [
      hasBody && 'bytes',
      signing && ['crypto/hmac', 'crypto/sha256', 'encoding/hex'],
      hasBody && 'encoding/json',
      'fmt',
      'io',
      'log',
      'net/http',
      (token || signing) && 'os',
      signing && ['strconv', 'time'],
    ]
      .flat()
      .filter((name) => typeof name === 'string');
    const fields = [
      token && `"Authorization", "Bearer "+os.Getenv("${tokenVariable}")`,
      hasBody && '"Content-Type", "application/json"',
      ...headers.map(([name, value]) => `${quoted(name)}, ${quoted(value)}`),
      signing && `${quoted(signing.timestampHeader)}, timestamp`,
      signing && `${quoted(signing.signatureHeader)}, signature`,
    ].filter((field) => typeof field === 'string');
    return lines(
      'package main',
      '',
      'import (',
      ...packages.map((name) => `\t"${name}"`),
      ')',
      '',
      'func main() {',
      hasBody && [`\tbody, err := json.Marshal(${hang(literal(body, notation), '\t')})`, ...failOnError],
      signing && [
        '\ttimestamp := strconv.FormatInt(time.Now().Unix(), 10)',
        `\tmac := hmac.New(sha256.New, []byte(os.Getenv("${secretVariable}")))`,
        `\tmac.Write([]byte(${message(signing.parts)}))`,
        '\tsignature := hex.EncodeToString(mac.Sum(nil))',
      ],
      (hasBody || signing) && '',
      `\trequest, err := http.NewRequest("${method}", ${quoted(url)}, ${hasBody ? 'bytes.NewReader(body)' : 'nil'})`,
      ...failOnError,
      ...fields.map((field) => `\trequest.Header.Set(${field})`),
      '',
      '\tresponse, err := http.DefaultClient.Do(request)',
      ...failOnError,
      '\tdefer response.Body.Close()',
      '\tanswer, err := io.ReadAll(response.Body)',
      ...failOnError,
      '\tfmt.Println(response.StatusCode, string(answer))',
      '}',
    );
  },
};
