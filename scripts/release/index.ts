// `npm run release:contract`: makes the generated contract the released one, against which changes are rated.
import { copyFile, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { generatedFolder, root } from '../../foundation/reader/paths.ts';
import { changesSinceRelease, releasedContract } from '../../foundation/reader/released.ts';

const contract = join(generatedFolder, 'openapi.en.yaml');
const first = await readFile(releasedContract).then(
  () => false,
  () => true,
);
const findings = first ? [] : await changesSinceRelease();
if (findings.length > 0) {
  console.error(findings.join('\n'));
  process.exitCode = 1;
} else {
  await copyFile(contract, releasedContract);
  console.log(`${relative(root, releasedContract)} is now what ${relative(root, contract)} says. Commit it.`);
}
