// Changes Redoc's built code where the site needs it: its labels, its sides, its footer logo and a font that nothing uses.
import { hardCodedLabels } from './hard-coded-labels.ts';
import { useLogicalProperties } from './logical-css.ts';

/** One place in the code; `find` must match exactly once. */
interface Patch {
  name: string;
  find: RegExp;
  replacement: string;
}

/** Says that an upgrade of Redoc moved a place which the site changes. */
export class MovedPatchTarget extends Error {
  constructor(patch: string, file: string, count: number) {
    super(
      `Redoc has changed: the place "${patch}" occurs ${count} times in ${file}, not once. ` +
        'Find it there and mend its pattern in scripts/docs/redoc/, or pin the former @redocly/cli.',
    );
    this.name = 'MovedPatchTarget';
  }
}

/** A literal text, in the quotes of either build. */
const quoted = (text: string) => {
  const pattern = text.replace(/[.*+?()[\]/]/g, '\\$&');
  return `(?:\`${pattern}\`|"${pattern}")`;
};

/** Places in every build, the one that pre-renders and the one for browsers. */
const everywhere: Patch[] = [
  {
    // Redoc asks one function for its labels, and that function only returns the English default it is given.
    name: 'default of useTranslate',
    find: /useTranslate:\(\)=>\(\{translate:\((\w+),(\w+)\)=>(\(typeof \2==(?:`string`|"string")\?\2:\2\?\.defaultValue\)\|\|\1\|\|(?:``|""))\}\)/g,
    replacement: 'useTranslate:()=>({translate:($1,$2)=>globalThis.redocLabels?.[$1]??($3)})',
  },
  ...hardCodedLabels.map(({ text, before, after = '' }) => ({
    name: `label "${text}"`,
    find: new RegExp(`(${before})${quoted(text)}(${after})`, 'g'),
    replacement: `$1(globalThis.redocLabels?.["${text}"]??"${text}")$2`,
  })),
  {
    // A font inside a data: address, which the Content-Security-Policy would otherwise have to allow.
    name: 'font TreeViewIcons',
    find: /@font-face \{\s*font-family: 'TreeViewIcons';[^}]*\}/g,
    replacement: '',
  },
];

/** Places in the build for browsers only: the logo in the footer would be fetched from a foreign host. */
const inBrowser: Patch[] = ['logo-mini-full', 'logo-mini'].map((logo) => ({
  name: `address of ${logo}.svg`,
  find: new RegExp(quoted(`https://cdn.redoc.ly/redoc/${logo}.svg`), 'g'),
  replacement: 'new URL("./redoc-wordmark.svg",import.meta.url).href',
}));

function apply(patches: Patch[], code: string, file: string): string {
  const patched = patches.reduce((patched, { name, find, replacement }) => {
    const count = [...patched.matchAll(find)].length;
    if (count !== 1) throw new MovedPatchTarget(name, file, count);
    return patched.replace(find, replacement);
  }, code);
  return useLogicalProperties(patched, file);
}

/** Whether this is the code of Redoc, rather than another part of the CLI. */
export const isRedoc = (code: string) => code.includes('useTranslate:()=>');

/**
 * Changes the build that `redocly build-docs` pre-renders with.
 * @throws MovedPatchTarget when a place does not occur exactly once
 */
export const patchPrerenderer = (code: string, file: string) => apply(everywhere, code, file);

/**
 * Changes the build that browsers load.
 * @throws MovedPatchTarget when a place does not occur exactly once
 */
export const patchBrowserBundle = (code: string, file: string) =>
  apply([...everywhere, ...inBrowser], code, file);
