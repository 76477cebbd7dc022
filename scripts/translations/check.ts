// Compares the Persian overlays with the English bundle and lists everything that a translator must mend.
import { pathsOf, valueAt } from '../../foundation/reader/overlay.ts';
import { fingerprint } from './fingerprint.ts';
import { type Action, type Overlay, type Override, overlayFile, overridesOf } from './overlay.ts';
import type { AreaOf } from './owners.ts';
import { arabicCharacter, hasPersianLetter, lostCodeSpans, runsLeftToRight } from './persian.ts';
import { pointer, proseOf } from './prose.ts';
import { splitPath } from './target.ts';

/** What is wrong with a translation. */
type Fault =
  | 'missing'
  | 'invalid-target'
  | 'unmatched'
  | 'no-such-string'
  | 'not-prose'
  | 'list'
  | 'not-text'
  | 'stale'
  | 'untranslated'
  | 'not-persian'
  | 'arabic-letter'
  | 'left-to-right'
  | 'lost-code'
  | 'duplicate'
  | 'misplaced';

export interface Finding {
  fault: Fault;
  /** The overlay to mend, from the root of the repository. */
  file: string;
  target: string;
  /** The way through the update of the action; empty when the whole action is meant. */
  keys: string[];
  english: string;
  /** What is wrong and what to do. */
  advice: string;
}

export interface Translation {
  /** The bundled English document. */
  english: unknown;
  overlays: Overlay[];
  areaOf: AreaOf;
}

/** Lists all faults of a translation; none when every string of prose is translated, once and up to date. */
export function checkTranslation({ english, overlays, areaOf }: Translation): Finding[] {
  const prose = new Map(proseOf(english).map(({ path, text }) => [pointer(path), { path, text }]));
  const overriddenBy = new Map<string, string>();
  const findings: Finding[] = [];

  for (const { file, area, actions } of overlays) {
    for (const action of actions) {
      const report = (fault: Fault, keys: string[], text: string, advice: string) => {
        findings.push({ fault, file, target: action.target, keys, english: text, advice });
      };
      const targetFault = faultOfTarget(english, action.target);
      if (targetFault) {
        report(targetFault.fault, [], '', targetFault.advice);
        continue;
      }
      const overrides = overridesOf(english, action);
      for (const override of overrides) {
        const place = pointer(override.path);
        const original = prose.get(place)?.text;
        if (original === undefined) {
          const { fault, advice } = faultOfPlace(english, override);
          report(fault, override.keys, '', advice);
          continue;
        }
        for (const { fault, advice } of faultsOfText(original, override.value)) {
          report(fault, override.keys, original, advice);
        }
        const other = overriddenBy.get(place);
        if (other) {
          report(
            'duplicate',
            override.keys,
            original,
            `${other} overrides it as well: remove one of the two.`,
          );
        }
        overriddenBy.set(place, file);
        const owner = areaOf(override.path);
        if (owner !== area) {
          report(
            'misplaced',
            override.keys,
            original,
            `It is written in ${owner}: move it to ${overlayFile(owner)}.`,
          );
        }
      }
      const originals = overrides.flatMap(({ path }) => prose.get(pointer(path))?.text ?? []);
      if (originals.length === overrides.length && action['x-english'] !== fingerprint(originals)) {
        report('stale', [], originals.join('\n'), adviceForStale(file, action));
      }
    }
  }

  for (const [place, { path, text }] of prose) {
    if (overriddenBy.has(place)) continue;
    const area = areaOf(path);
    const { target, keys } = splitPath(english, path);
    const advice = `It has no Persian: \`npm run translations -- --emit-missing ${area}\` prints what to fill in.`;
    findings.push({ fault: 'missing', file: overlayFile(area), target, keys, english: text, advice });
  }
  return findings;
}

interface Fitness {
  fault: Fault;
  advice: string;
}

function faultOfTarget(english: unknown, target: string): Fitness | undefined {
  try {
    if (pathsOf(english, target).length > 0) return undefined;
    return {
      fault: 'unmatched',
      advice: 'The target selects nothing in the English bundle: mend or remove the action.',
    };
  } catch (error) {
    return {
      fault: 'invalid-target',
      advice: `The target is not JSONPath (${(error as Error).message}): mend it.`,
    };
  }
}

/** Why a value cannot be put where the update puts it, when there is no prose there. */
function faultOfPlace(english: unknown, { path, value }: Override): Fitness {
  const there = valueAt(english, path);
  if (Array.isArray(value)) {
    return { fault: 'list', advice: 'An overlay appends to a list: target the item of the list instead.' };
  }
  if (there === undefined) {
    return {
      fault: 'no-such-string',
      advice: 'The English bundle has nothing there: mend the keys or remove them.',
    };
  }
  return {
    fault: 'not-prose',
    advice: 'That is not prose but part of the API, the same in every language: remove it.',
  };
}

function faultsOfText(english: string, persian: unknown): Fitness[] {
  if (typeof persian !== 'string' || persian.trim() === '') {
    return [{ fault: 'not-text', advice: 'The Persian must be a string that says something.' }];
  }
  if (persian === english)
    return [{ fault: 'untranslated', advice: 'It is still the English: translate it.' }];
  const faults: Fitness[] = [];
  if (!hasPersianLetter(persian)) {
    faults.push({ fault: 'not-persian', advice: `There is no Persian in \`${persian}\`: translate it.` });
  } else if (runsLeftToRight(persian)) {
    faults.push({
      fault: 'left-to-right',
      advice:
        'A paragraph begins with a Latin letter, so that browsers lay it out from left to right: begin it in Persian.',
    });
  }
  const arabic = arabicCharacter(persian);
  if (arabic) {
    faults.push({
      fault: 'arabic-letter',
      advice: `The Arabic \`${arabic}\` stands in it: type the Persian letter or digit.`,
    });
  }
  const lost = lostCodeSpans(english, persian);
  if (lost.length > 0) {
    faults.push({
      fault: 'lost-code',
      advice: `The Persian lost ${lost.join(', ')}: keep every code span as it is.`,
    });
  }
  return faults;
}

function adviceForStale(file: string, action: Action): string {
  const reason =
    action['x-english'] === undefined ? 'The action has no fingerprint' : 'The English has changed since';
  return `${reason}: read the Persian against it, then run \`npm run translations -- --stamp ${file}\`.`;
}

/** A finding for people: where, what to do, and the English concerned. */
export function describeFinding({ fault, file, target, keys, english, advice }: Finding): string {
  const place = [file, target, keys.join('.')].filter(Boolean).join('  ');
  const quoted = english ? `\n    English: ${JSON.stringify(english)}` : '';
  return `${place}\n    ${fault}: ${advice}${quoted}`;
}
