// Which dialects a run demands. The command says so before anything of the contract is loaded, and nothing changes it after.

let names: readonly string[] = [];
let read = false;

/**
 * Demands dialects instead of what the project assumes.
 * @throws Error when the contract has been read already, since whoever read it would go on with the other rules
 */
export function demand(dialects: readonly string[]): void {
  if (read && dialects.join() !== names.join())
    throw new Error('The contract has been read before its dialects were chosen.');
  names = dialects;
}

/** The dialects that the contract is to be read in; none for the contract as it stands. */
export function demanded(): readonly string[] {
  read = true;
  return names;
}
