// One chapter of what the gateway is documented to do: how it judges what it sees, and what it learns from it.
import type { Finding } from '../judge/finding.ts';
import type { Known, Terminal } from './known.ts';
import type { Exchanged, Happening, SentCall } from './observation.ts';

/** An exchange with what was known when its request was sent, and what else was under way. */
export interface Seen extends Exchanged {
  /** Whose token it carried, when that is known. */
  terminal?: Terminal;
  /** Calls that were under way at the same time: what they did may have come before or after. */
  meanwhile: readonly SentCall[];
  /** The first answer to the same idempotency key, which this one has to repeat. */
  replays?: Exchanged;
  /** Whether nobody can tell a stored answer from a new one here: at the end of a key's life. */
  mayReplay?: boolean;
}

/** A chapter never changes what is known while it judges; all chapters judge before any of them learns. */
export interface Chapter {
  judge?: (seen: Seen, known: Known) => Finding[];
  learn?: (seen: Seen, known: Known) => void;
  /** Judges what happens beside the API, a callback or a delivery. */
  witness?: (happening: Happening, known: Known) => Finding[];
  /** Learns from what happens beside the API. */
  hear?: (happening: Happening, known: Known) => void;
  /** A call was sent and no answer came: what it did is uncertain from now on. @param since when it was sent */
  lose?: (call: SentCall, known: Known, since: number) => void;
}
