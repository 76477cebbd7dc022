// Turns the open contract into TypeScript types.
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import type { ContractDocument, Schema } from '../../foundation/reader/document.ts';
import { notice } from '../../foundation/reader/paths.ts';
import { knownValues } from './publish/open-lists.ts';

const { factory } = ts;
const keywords = {
  string: ts.SyntaxKind.StringKeyword,
  integer: ts.SyntaxKind.NumberKeyword,
} as const;

function literal(value: unknown): ts.TypeNode {
  if (typeof value === 'string') return factory.createLiteralTypeNode(factory.createStringLiteral(value));
  const digits = factory.createNumericLiteral(Math.abs(value as number));
  return factory.createLiteralTypeNode(
    (value as number) < 0 ? factory.createPrefixUnaryExpression(ts.SyntaxKind.MinusToken, digits) : digits,
  );
}

/**
 * The type of an open list: editors suggest its known values, and any other is allowed. `string & {}` keeps the
 * compiler from taking the known values for redundant.
 */
function openList(schema: Schema): ts.TypeNode | undefined {
  const values = schema[knownValues] as unknown[] | undefined;
  if (!values) return undefined;
  const types = [schema.type ?? []].flat();
  const base = types.find((type): type is keyof typeof keywords => type in keywords);
  if (!base) throw new Error(`An open list is of strings or integers, not of ${types.join(' or ')}.`);
  const any = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(keywords[base]),
    factory.createTypeLiteralNode([]),
  ]);
  const nothing = types.includes('null') ? [factory.createLiteralTypeNode(factory.createNull())] : [];
  return factory.createUnionTypeNode([...values.map(literal), any, ...nothing]);
}

/**
 * @param document the open contract: what is received is open, but each error still has its literal code
 * @returns the text of generated/types.ts: `paths`, `webhooks`, `components`, `operations`.
 */
export async function typesModule(document: ContractDocument): Promise<string> {
  // The document is cloned because openapi-typescript resolves references in place.
  const ast = await openapiTS(structuredClone(document) as never, {
    alphabetize: false,
    defaultNonNullable: false,
    transform: (schema) => openList(schema as Schema),
  });
  return `// ${notice}\n\n${astToString(ast)}`;
}
