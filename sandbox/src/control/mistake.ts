// A mistake in a request to the control API, said in a sentence that tells what to do.

export class Mistake extends Error {
  readonly status: number;
  constructor(text: string, status = 400) {
    super(text);
    this.status = status;
  }
}
