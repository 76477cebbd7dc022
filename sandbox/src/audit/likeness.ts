// Tells by its look whether a shop's page reports a success: it is compared with pages whose meaning is known.
import type { Page } from './browser.ts';

/** What is left of a page when everything that belongs to one order alone is taken out. */
export function look({ status, url, text, leadsTo = '' }: Page, ofOrder: readonly string[]): string {
  const { pathname, search } = new URL(url);
  let whole = `${status} ${pathname}${search} ${leadsTo}\n${text}`;
  for (const value of ofOrder.filter((part) => part.length > 2)) whole = whole.replaceAll(value, '');
  return (
    whole
      // Nonces, session names, hashes.
      .replaceAll(/[A-Za-z0-9_-]{20,}/g, '#')
      .replaceAll(/[0-9۰-۹٠-٩]+(?:[.,:/٬٫-]?[0-9۰-۹٠-٩]+)*/g, '#')
      .replaceAll(/\s+/g, ' ')
  );
}

export interface Likeness {
  /** Takes the page of a payment that was truly paid, and that of one that was truly declined. */
  learn: (paid: string, declined: string) => void;
  /** @returns undefined when the page is like neither, or when both are alike. */
  of: (seen: string) => 'paid' | 'unpaid' | undefined;
}

export function likeness(): Likeness {
  let known: { paid: string; declined: string } | undefined;
  return {
    learn: (paid, declined) => {
      known = paid === declined ? undefined : { paid, declined };
    },
    of: (seen) => {
      if (seen === known?.paid) return 'paid';
      return seen === known?.declined ? 'unpaid' : undefined;
    },
  };
}
