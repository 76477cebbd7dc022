// JSON made compact without parsing it into an object, so that the keys keep their order, numeric ones too.

/** A string, a number or word, or a sign of JSON; blanks are what is left between them. */
const tokens = /"(?:[^"\\]|\\.)*"|[^\s"{}[\],:]+|[{}[\],:]/g;

/**
 * @param text valid JSON.
 * @returns the same JSON without blanks, with slashes and Unicode unescaped (docs/decisions/0030).
 */
export function compactJson(text: string): string {
  return (text.match(tokens) ?? [])
    .map((token) => (token.startsWith('"') ? JSON.stringify(JSON.parse(token)) : token))
    .join('');
}

/** The text of a member of a JSON object, as it was written; undefined when the object has none of that name. */
export function memberText(text: string, name: string): string | undefined {
  let depth = 0;
  let key: string | undefined;
  let start = -1;
  let found: string | undefined;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token === '}' || token === ']') depth -= 1;
    // A doubled member counts with its last value, as JSON.parse has it.
    if (start >= 0 && ((depth === 1 && token === ',') || (depth === 0 && token === '}'))) {
      if (key === name) found = text.slice(start, index).trim();
      start = -1;
      key = undefined;
    }
    if (depth === 1 && key === undefined && token.startsWith('"')) key = JSON.parse(token) as string;
    else if (depth === 1 && token === ':' && start < 0) start = index + 1;
    if (token === '{' || token === '[') depth += 1;
  }
  return found;
}
