// Names the file in which a decision stands, so that whoever reads a report can go and see what was assumed.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../foundation/reader/paths.ts';

const folder = 'docs/decisions';
let files: Map<number, string> | undefined;

function filesByNumber(): Map<number, string> {
  const names = readdirSync(join(root, folder)).filter((name) => /^[0-9]{4}-.+\.md$/.test(name));
  return new Map(names.map((name) => [Number(name.slice(0, 4)), `${folder}/${name}`]));
}

/** The file of a decision, as `docs/decisions/0002-http-status-of-each-error.md`. */
export function decisionFile(number: number): string {
  files ??= filesByNumber();
  return files.get(number) ?? folder;
}
