// Who has logged in: a signed cookie that lasts a working day, and the token that every form must bring back.
import { createHmac, randomBytes } from 'node:crypto';
import { sameText } from './password.ts';

export interface Session {
  id: string;
  /** On the machine's clock, in milliseconds. */
  expiresAt: number;
}

export interface Sessions {
  /** @returns the session of a Cookie header, unless it is forged, over or ended. */
  read: (cookies: string | undefined, port: number, now: number) => Session | undefined;
  /** @returns the Set-Cookie header of a new session. */
  begin: (port: number, now: number, secure: boolean) => string;
  /** Ends a session. @returns the Set-Cookie header that makes the browser forget it. */
  end: (session: Session | undefined, port: number, now: number) => string;
  /** The token for the forms of a session, or of this process where no one logs in. */
  formToken: (session: Session | undefined) => string;
}

const lifetime = 8 * 3_600_000;

/** Browsers do not tell ports apart: two sandboxes on one machine need two names. */
const cookieName = (port: number) => `irandargah_panel_${port}`;

export function createSessions(key: Buffer): Sessions {
  const ended = new Map<string, number>();
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  const cookie = (port: number, value: string, seconds: number, secure: boolean) =>
    `${cookieName(port)}=${value}; Path=/dashboard; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`;
  return {
    read: (cookies, port, now) => {
      const prefix = `${cookieName(port)}=`;
      const found = (cookies ?? '').split('; ').find((pair) => pair.startsWith(prefix));
      const [id = '', expires = '', signature = ''] = found?.slice(prefix.length).split('.') ?? [];
      if (!sameText(signature, sign(`session ${id}.${expires}`))) return undefined;
      const expiresAt = Number(expires);
      return now < expiresAt && !ended.has(id) ? { id, expiresAt } : undefined;
    },
    begin: (port, now, secure) => {
      const id = randomBytes(16).toString('base64url');
      const expires = now + lifetime;
      return cookie(port, `${id}.${expires}.${sign(`session ${id}.${expires}`)}`, lifetime / 1000, secure);
    },
    end: (session, port, now) => {
      for (const [id, expiresAt] of ended) if (expiresAt <= now) ended.delete(id);
      if (session) ended.set(session.id, session.expiresAt);
      return cookie(port, '', 0, false);
    },
    formToken: (session) => sign(`form ${session?.id ?? ''}`),
  };
}
