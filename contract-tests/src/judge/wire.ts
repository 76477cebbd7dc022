// Reads a JSON text as it was written, for what a parsed value no longer shows: keys that come twice, how numbers are spelled.
import { under } from '../../../foundation/reader/pointers.ts';

export interface WrittenJson {
  /** JSON pointers to the members whose name their object has had before. */
  repeated: string[];
  /** Whole numbers that are not spelled as integers, `100000.0` or `1e5`, by JSON pointer. */
  spelledOtherwise: { at: string; literal: string }[];
}

interface Frame {
  at: string;
  /** The names so far; none in a list. */
  names?: Set<string>;
  /** The name of the member that is being read, or the index of the item. */
  next: string | number;
  isName: boolean;
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;

const isIntegerOtherwise = (literal: string) =>
  /^-?[0-9].*[.eE]/.test(literal) && Number.isInteger(Number(literal));

/** As deep as an answer of the contract never is, and as every parser of another language still goes. */
export const deepest = 64;

/** How deep lists and objects stand in each other in a text, quickly and without recursion. */
export function depthOf(text: string): number {
  let [depth, most] = [0, 0];
  for (const [found] of text.matchAll(token)) {
    if (found === '{' || found === '[') most = Math.max(most, ++depth);
    else if (found === '}' || found === ']') depth--;
  }
  return most;
}

/** @param text well-formed JSON */
export function writtenJson(text: string): WrittenJson {
  const repeated: string[] = [];
  const spelledOtherwise: WrittenJson['spelledOtherwise'] = [];
  const stack: Frame[] = [];
  const place = () => {
    const top = stack.at(-1);
    return top ? under(top.at, top.next) : '';
  };
  for (const [found] of text.matchAll(token)) {
    const top = stack.at(-1);
    switch (found) {
      case '{':
        stack.push({ at: place(), names: new Set(), next: '', isName: true });
        break;
      case '[':
        stack.push({ at: place(), next: 0, isName: false });
        break;
      case '}':
      case ']':
        stack.pop();
        break;
      case ':':
        break;
      case ',':
        if (top?.names) top.isName = true;
        else if (top) top.next = Number(top.next) + 1;
        break;
      default:
        if (top?.isName) {
          top.next = JSON.parse(found) as string;
          top.isName = false;
          if (top.names?.has(top.next)) repeated.push(place());
          top.names?.add(top.next);
        } else if (isIntegerOtherwise(found)) spelledOtherwise.push({ at: place(), literal: found });
    }
  }
  return { repeated, spelledOtherwise };
}
