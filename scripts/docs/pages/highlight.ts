// Colours comments, texts and keys in code at build time: enough to read by, without a highlighter for browsers.
import { escapeHtml } from '../html.ts';

const hash = /(?<comment>(?<=^|\s)#[^\n]*)|(?<text>'[^']*'|"(?:[^"\\]|\\.)*")/gm;
const slashes =
  /(?<comment>(?<=^|\s)\/\/[^\n]*)|(?<text>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)/gm;
const json = /(?<key>"(?:[^"\\]|\\.)*"(?=\s*:))|(?<text>"(?:[^"\\]|\\.)*")/g;

const grammars: Record<string, RegExp> = {
  bash: hash,
  sh: hash,
  python: hash,
  js: slashes,
  mjs: slashes,
  javascript: slashes,
  go: slashes,
  php: slashes,
  csharp: slashes,
  json,
};

/** The code as HTML, with `<span class="tok-…">` around what has a colour. */
export function highlight(code: string, language: string): string {
  const grammar = grammars[language];
  if (!grammar) return escapeHtml(code);
  let html = '';
  let position = 0;
  for (const match of code.matchAll(grammar)) {
    const [kind] = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined) ?? [];
    html += `${escapeHtml(code.slice(position, match.index))}<span class="tok-${kind}">${escapeHtml(match[0])}</span>`;
    position = match.index + match[0].length;
  }
  return html + escapeHtml(code.slice(position));
}
