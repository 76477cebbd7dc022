// The readme of a package as it is read where the package is installed: its own commands, and no link into the repository.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Manifest } from './manifest.ts';

// Code comes first and stays as it is: `list[0](call)` is no link.
const codeOrLink = /```[\s\S]*?```|^ {4}.*$|`[^`\n]*`|\[((?:`[^`\n]*`|[^[\]`])+)\]\(([^()\s]+)\)/gm;

const isRelative = (address: string) => !/^([a-z][a-z+.-]*:|#|\/\/)/i.test(address);

const whereTheRestIs =
  '\nWhat this page names and the package does not have is in the repository of the project.\n';

/** Lets links to files that the package does not have become their words. */
function withoutDeadLinks(text: string, target: string): string {
  const live = text.replaceAll(codeOrLink, (whole, words?: string, address = '') => {
    if (words === undefined || !isRelative(address)) return whole;
    const [path = ''] = address.split('#');
    const leadsOut = relative(target, join(target, path)).startsWith('..');
    return leadsOut || !existsSync(join(target, path)) ? words : whole;
  });
  return live === text ? text : live + whereTheRestIs;
}

/** Lets the scripts of the clone that start one of the package's programs become that program. */
function withOwnCommands(
  text: string,
  folder: string,
  { bin = {} }: Manifest,
  scripts: Record<string, string>,
): string {
  return Object.entries(bin).reduce((read, [program, source]) => {
    const started = `node ${join(folder, source)}`;
    const [script] = Object.entries(scripts).find(([, command]) => command === started) ?? [];
    if (script === undefined) return read;
    return read.replaceAll(new RegExp(`npm run ${script}(?: --)?(?![\\w:-])`, 'g'), `npx ${program}`);
  }, text);
}

/**
 * Rewrites a readme for those who have the package and no clone.
 * @param text the readme of the repository.
 * @param folder the package in the repository, from its root.
 * @param scripts those of the repository's root.
 * @param target the package as it is written, with everything but its readme.
 */
export function publishedReadme(
  text: string,
  {
    folder,
    manifest,
    scripts,
    target,
  }: { folder: string; manifest: Manifest; scripts: Record<string, string>; target: string },
): string {
  return withoutDeadLinks(withOwnCommands(text, folder, manifest, scripts), target);
}
