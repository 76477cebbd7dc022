// How the panel answers: its pages take changes from themselves alone, and are opened by no other.
import { pageHeadersWith, repliesWith } from '../../html/reply.ts';

/** Of every page of the panel. */
export const pageHeaders = pageHeadersWith(["img-src 'self'", "connect-src 'self'", "form-action 'self'"], {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Not `no-referrer`: browsers would then send changes with the origin `null`.
  'Referrer-Policy': 'same-origin',
});

export const { sendPage, redirect } = repliesWith(pageHeaders);
