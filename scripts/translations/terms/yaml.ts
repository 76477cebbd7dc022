// Takes the texts out of YAML and JSON.
import { isPair, isScalar, parseDocument, visit } from 'yaml';
import type { Piece } from './piece.ts';

/** The strings of a document: all values, or only what stands under a key `fa`. */
export function textsOfYaml(source: string, wanted: 'all' | 'fa'): Piece[] {
  const pieces: Piece[] = [];
  visit(parseDocument(source), {
    Scalar(place, { value, range }, path) {
      if (place === 'key' || typeof value !== 'string' || !range) return;
      const above = path.at(-1);
      const name = isPair(above) && isScalar(above.key) ? above.key.value : undefined;
      if (wanted === 'fa' && name !== 'fa') return;
      const [offset, end] = range;
      pieces.push({ offset, text: source.slice(offset, end) });
    },
  });
  return pieces;
}
