// A piece of a file, as the readers of each format cut it out.

export interface Piece {
  /** Characters from the start of the file. */
  offset: number;
  text: string;
}
