// Has the bundles validated by swagger-parser, a second opinion that shares no code with the linter.
import { join } from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import { generatedFolder, languages } from '../../foundation/reader/paths.ts';

const bundles = languages.flatMap((language) => [`openapi.${language}.json`, `strict.${language}.json`]);

/** @returns one line for each bundle that swagger-parser refuses. */
export async function parserFindings(): Promise<string[]> {
  const results = await Promise.allSettled(
    bundles.map((bundle) => SwaggerParser.validate(join(generatedFolder, bundle))),
  );
  return results.flatMap((result, index) =>
    result.status === 'rejected' ? [`${bundles[index]}: ${result.reason}`] : [],
  );
}
