// Whether the path of an address can be read at all: one whose escapes are broken is one that does not exist.

export function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
