// Puts a compressed copy beside every file that is worth it, for servers that send one when the browser can read it.
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Below this, a compressed copy saves less than a packet. */
const leastBytes = 2048;
const worthIt = /\.(html|css|js|json|yaml|svg|txt)$/;

/** Adds `.br` and `.gz` copies to the files of a site. */
export async function compress(site: Map<string, string | Buffer>): Promise<Map<string, string | Buffer>> {
  const copies = await Promise.all(
    [...site]
      .filter(([path, content]) => worthIt.test(path) && Buffer.byteLength(content) >= leastBytes)
      .flatMap(([path, content]) => [
        // Quality 5 is close to the best for text, at a small part of its time.
        promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).then(
          (copy): [string, Buffer] => [`${path}.br`, copy],
        ),
        promisify(gzip)(content).then((copy): [string, Buffer] => [`${path}.gz`, copy]),
      ]),
  );
  return new Map([...site, ...copies]);
}
