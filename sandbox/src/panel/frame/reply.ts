// How the panel answers: its pages take changes from themselves alone, and are opened by no other.
import { pagesWith } from '../../html/reply.ts';

export const { headers, sendPage, redirect } = pagesWith(
  ["img-src 'self'", "connect-src 'self'", "form-action 'self'"],
  {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // Not `no-referrer`: browsers would then send changes with the origin `null`.
    'Referrer-Policy': 'same-origin',
  },
);
