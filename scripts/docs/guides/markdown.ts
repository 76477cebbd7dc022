// Turns the Markdown of guides and descriptions into HTML: named headings, checked links, and `:::` directives.
import MarkdownIt, {
  type Env,
  type RendererRule,
  type StateBlock,
  type StateCore,
  type Token,
} from 'markdown-it';
import { codeBlock, scrollable } from '../pages/parts.ts';

/** What one text is rendered with. */
export interface MarkdownContext {
  /** Name of the text for messages. */
  file: string;
  /** Address of a link as it is written in the text. @throws Error when it leads nowhere */
  link: (href: string) => string;
  /** Address of an operation's plain reference, if the word is the name of an operation. */
  operation: (name: string) => string | undefined;
  /** HTML of a line `:::name argument`. @throws Error when there is no such directive */
  directive: (name: string, argument: string) => string;
  /** Words for assistive technology. */
  labels: { code: string; table: string };
}

/** Where the rules of markdown-it find the context of the text that they work on. */
const contextOf = (env: Env | undefined) => env?.context as MarkdownContext;

interface Heading {
  level: number;
  id: string;
  /** The heading without code marks. */
  text: string;
}

export interface Rendered {
  html: string;
  headings: Heading[];
}

/** One line of its own, `:::name argument`, stands for something that is made from the contract. */
function directiveRule(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const match = /^:::([a-z]+)(?: (.+))?$/.exec(state.src.slice(start, state.eMarks[line]).trim());
  if (!match) return false;
  if (silent) return true;
  const token = state.push('directive', '', 0);
  token.meta = { name: match[1], argument: match[2] ?? '' };
  state.line = line + 1;
  return true;
}

/** Takes `{#name}` from the end of a heading and makes it the heading's id. */
function nameHeading(open: Token, inline: Token): void {
  const last = inline.children?.at(-1);
  const [mark, id] = /\s*\{#([a-z0-9-]+)\}$/.exec(last?.content ?? '') ?? [];
  if (!last || !mark || !id) return;
  last.content = last.content.slice(0, -mark.length);
  open.attrSet('id', id);
}

/** Makes the name of an operation in code style a link to it. */
function linkOperations(inline: Token, state: StateCore, context: MarkdownContext): void {
  let depth = 0;
  inline.children = (inline.children ?? []).flatMap((token) => {
    depth += token.type === 'link_open' || token.type === 'link_close' ? token.nesting : 0;
    const href = token.type === 'code_inline' && depth === 0 ? context.operation(token.content) : undefined;
    if (!href) return [token];
    const open = new state.Token('link_open', 'a', 1);
    open.attrSet('href', href);
    return [open, token, new state.Token('link_close', 'a', -1)];
  });
}

/** Makes a list item that begins with `[ ]` one to be ticked off. */
function tickable(item: Token | undefined, inline: Token): void {
  const [first] = inline.children ?? [];
  if (!first?.content.startsWith('[ ] ')) return;
  first.content = first.content.slice(4);
  item?.attrSet('class', 'task');
}

function nameAndLink(state: StateCore): void {
  const context = contextOf(state.env);
  state.tokens.forEach((token, index) => {
    const before = state.tokens[index - 1];
    if (token.type !== 'inline' || !before) return;
    for (const child of token.children ?? []) {
      if (child.type === 'link_open') child.attrSet('href', context.link(String(child.attrGet('href'))));
    }
    if (state.tokens[index - 2]?.type === 'list_item_open') tickable(state.tokens[index - 2], token);
    if (before.type === 'heading_open') nameHeading(before, token);
    else linkOperations(token, state, context);
  });
}

const rules: Record<string, RendererRule> = {
  directive: (tokens, index, _options, env) => {
    const { name = '', argument = '' } = (tokens[index]?.meta ?? {}) as { name?: string; argument?: string };
    return contextOf(env).directive(name, argument);
  },
  fence: (tokens, index, _options, env) => {
    const { content = '', info = '' } = tokens[index] ?? {};
    return codeBlock(content, info, contextOf(env).labels.code);
  },
  table_open: (_tokens, _index, _options, env) =>
    `${scrollable('table-frame', contextOf(env).labels.table)}<table>`,
  table_close: () => '</table></div>\n',
};

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdown.block.ruler.before('fence', 'directive', directiveRule, { alt: ['paragraph', 'list'] });
markdown.core.ruler.push('name-and-link', nameAndLink);
// Links such as `decision:66` are ours; whether they lead anywhere is asked of the context.
markdown.validateLink = () => true;
Object.assign(markdown.renderer.rules, rules);

/** Renders a whole text. */
export function renderMarkdown(text: string, context: MarkdownContext): Rendered {
  const env = { context };
  const tokens = markdown.parse(text, env);
  const headings = tokens.flatMap((token, index): Heading[] => {
    if (token.type !== 'heading_open') return [];
    const children = tokens[index + 1]?.children ?? [];
    return [
      {
        level: Number(token.tag.slice(1)),
        id: String(token.attrGet('id') ?? ''),
        text: children.map(({ content }) => content).join(''),
      },
    ];
  });
  const nameless = headings.find(({ id }) => id === '');
  if (nameless) {
    throw new Error(
      `${context.file}: the heading "${nameless.text}" needs a name, {#like-this}, for links to it.`,
    );
  }
  return {
    html: markdown.renderer.render(tokens, markdown.options as Required<typeof markdown.options>, env),
    headings,
  };
}

/** Renders a sentence or two of the contract, without a paragraph around them. */
export const renderInline = (text: string, context: MarkdownContext) =>
  markdown.renderInline(text, { context });

/** The text of Markdown without its marks, for the search. */
export const plainText = (text: string) =>
  text
    .replace(/^:::.*$/gm, ' ')
    .replace(/\{#[a-z0-9-]+\}/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*_>#|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
