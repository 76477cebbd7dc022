// Takes the texts out of programs: their string literals, and never their comments.
import ts from 'typescript';
import type { Piece } from './piece.ts';

/** The string literals of a program; the expressions inside a template are blanked out. */
export function textsOfProgram(file: string, source: string): Piece[] {
  const program = ts.createSourceFile(file, source, ts.ScriptTarget.Latest);
  const pieces: Piece[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      const offset = node.getStart(program) + 1;
      pieces.push({ offset, text: source.slice(offset, node.end - 1) });
    } else if (ts.isTemplateExpression(node)) {
      pieces.push(textOfTemplate(node, program, source));
    }
    ts.forEachChild(node, visit);
  };
  visit(program);
  return pieces;
}

function textOfTemplate(node: ts.TemplateExpression, program: ts.SourceFile, source: string): Piece {
  const offset = node.getStart(program) + 1;
  let text = source.slice(offset, node.end - 1);
  for (const { expression, literal } of node.templateSpans) {
    // From the `${` to the `}`, with which the literal that follows begins.
    const [start, end] = [expression.pos - offset - 2, literal.getStart(program) - offset + 1];
    text = `${text.slice(0, start)}${text.slice(start, end).replace(/[^\n]/g, ' ')}${text.slice(end)}`;
  }
  return { offset, text };
}
