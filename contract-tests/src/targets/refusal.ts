// What the control API of a sandbox would not do; mostly since the gateway beside it has not done its part before.

/** @param path what was asked for, without the prefix. @param message the answer in the words of the sandbox */
export class ControlRefused extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}
