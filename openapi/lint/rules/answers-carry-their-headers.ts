// Every JSON answer documents the headers that it can carry: signature, token rotation, rate limit.
import { followChild } from '../follow.ts';
import { answersOf, eachOperation, factOf, jsonOf } from '../operations.ts';
import type { Rule } from '../redocly.ts';
import { reportOnce } from '../report-once.ts';

interface Options {
  /** Headers of every answer that a rate limit can meet, that is of every one. */
  limited: string[];
  /** Headers of every answer to a token. */
  tokenBound: string[];
  /** Headers of the answer 429, beside those of every limited answer; there all of them are required. */
  exceeded: string[];
}

export const answersCarryTheirHeaders: Rule = ({ limited, tokenBound, exceeded }: Options) => {
  const report = reportOnce();
  return eachOperation((operation, context) => {
    const signing = factOf(context, operation.root, 'x-signing').response ?? {};
    const isSigned = operation.needsToken && operation.path.startsWith(signing.path_prefix);
    for (const [status, answer] of answersOf(context, operation)) {
      if (!jsonOf(context, answer)) continue;
      const always = status === '429' ? [...limited, ...exceeded] : [];
      const sometimes = [
        ...(isSigned ? [signing.signature_header, signing.timestamp_header] : []),
        ...(operation.needsToken ? tokenBound : []),
      ];
      const documented = followChild(context, answer, 'headers');
      const { location } = documented ?? answer;
      for (const header of new Set([...sometimes, ...limited, ...always])) {
        const found = documented && followChild(context, documented, header);
        if (!found) {
          const advice = `This answer does not document ${header}. Reference it from common/headers.yaml.`;
          report(context, advice, location.key());
        } else if (always.includes(header) && found.node.required !== true) {
          const advice = `This answer always carries ${header}, so that header needs \`required: true\`.`;
          report(context, advice, location.key());
        }
      }
    }
  });
};
