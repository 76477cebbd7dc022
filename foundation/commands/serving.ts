// What every server command of the project shares: reading a port, failing clearly, stopping cleanly.

/** @returns the port as a number from 0 to 65535, or undefined when the text is not one. */
export function readPort(text: string): number | undefined {
  return /^[0-9]{1,5}$/.test(text) && Number(text) <= 65535 ? Number(text) : undefined;
}

/** One sentence on why a server could not start, and what to do about it. */
export function listeningFailure(error: unknown, name: string, port: number, option = '--port'): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `The ${name} could not start: port ${port} is in use. Stop what listens there, or choose another with ${option} N.`;
  if (code === 'EACCES')
    return `The ${name} could not start: port ${port} is reserved for the system. Choose one above 1023 with ${option} N.`;
  if (code === 'ENOENT')
    return `The ${name} could not start: generated/ is not complete. Run \`npm run generate\` first.`;
  return `The ${name} could not start: ${message}`;
}

/** Closes everything on Ctrl-C or a request to end, once; the process then ends by itself. */
export function stopOnSignal(running: { close: () => Promise<void> }[]): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void Promise.all(running.map(({ close }) => close())));
  }
}
