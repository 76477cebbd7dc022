// Says in the description of an open list which values are known today, for every tool that shows only descriptions.
import { knownValues } from './open-lists.ts';
import { schemasOf } from './places.ts';
import { onCopy } from './step.ts';
import { texts } from './texts.ts';

export const tellKnownValues = onCopy((document, language) => {
  const { known } = texts[language];
  for (const { node } of schemasOf(document, 'received')) {
    const values = node[knownValues] as unknown[] | undefined;
    if (!values) continue;
    const sentence = known(values.map((value) => `\`${value}\``));
    node.description = [node.description, sentence].filter(Boolean).join(' ');
  }
});
