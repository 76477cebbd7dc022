// Shows a watcher how far a run is: one line that moves on a terminal, one line for each part elsewhere.

export interface Progress {
  /** Begins a part with this many cases. */
  begin: (title: string, total: number) => void;
  step: (what: string) => void;
  note: (text: string) => void;
  end: () => void;
}

export const silent: Progress = { begin: () => {}, step: () => {}, note: () => {}, end: () => {} };

/** @param stream where to write; its terminal, if it is one, has its line rewritten */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  let title = '';
  let total = 0;
  let done = 0;
  const rewrite = (text: string) => {
    const width = (stream.columns ?? 80) - 1;
    stream.write(`\r${text.slice(0, width).padEnd(width)}`);
  };
  const close = () => {
    if (title === '') return;
    const line = `  ${title}: ${done} of ${total}`;
    if (stream.isTTY) rewrite(line);
    stream.write(stream.isTTY ? '\n' : `${line}\n`);
    title = '';
  };
  return {
    begin: (newTitle, newTotal) => {
      close();
      [title, total, done] = [newTitle, newTotal, 0];
    },
    step: (what) => {
      done++;
      if (stream.isTTY) rewrite(`  ${title}: ${done} of ${total}  ${what}`);
    },
    note: (text) => {
      stream.write(stream.isTTY ? `\r  ${text}\n` : `  ${text}\n`);
    },
    end: close,
  };
}
