// Has the bundles validated by swagger-parser, a second opinion that shares no code with the linter.
import { join } from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import { generatedFolder, languages } from '../generate/paths.ts';

/** @returns one line for each bundle that swagger-parser refuses. */
export async function parserFindings(): Promise<string[]> {
  const results = await Promise.allSettled(
    languages.map((language) => SwaggerParser.validate(join(generatedFolder, `openapi.${language}.json`))),
  );
  return results.flatMap((result, index) =>
    result.status === 'rejected' ? [`openapi.${languages[index]}.json: ${result.reason}`] : [],
  );
}
