// The states of terminals and of payments in the panel's words.
import type { Tone } from '../../html/elements.ts';
import type { Both, Speech } from '../../html/language.ts';
import { statusOf } from '../../payments/states.ts';
import type { PaymentState, TerminalRow } from '../../storage/schema.ts';

export const terminalStates: Record<TerminalRow['state'], Both & { tone: Tone }> = {
  active: { en: 'Active', fa: 'فعال', tone: 'good' },
  inactive: { en: 'Inactive', fa: 'غیرفعال', tone: 'quiet' },
  suspended: { en: 'Suspended', fa: 'تعلیق‌شده', tone: 'bad' },
  under_review: { en: 'Under review', fa: 'در حال بررسی', tone: 'waiting' },
};

export function stateName({ of }: Speech, state: TerminalRow['state']): string {
  return of(terminalStates[state]);
}

export function stateTone(state: TerminalRow['state']): Tone {
  return terminalStates[state].tone;
}

/** The public statuses; `pending` has two faces, which the internal state tells apart. */
export const statuses: Record<string, Both & { tone: Tone }> = {
  pending: { en: 'Pending', fa: 'در انتظار', tone: 'waiting' },
  completed: { en: 'Completed', fa: 'تکمیل‌شده', tone: 'good' },
  failed: { en: 'Failed', fa: 'ناموفق', tone: 'bad' },
  cancelled: { en: 'Cancelled', fa: 'لغوشده', tone: 'quiet' },
  timeout: { en: 'Timed out', fa: 'منقضی‌شده', tone: 'quiet' },
};

const stateTexts: Record<PaymentState, Both> = {
  AWAITING_PAYMENT: { en: 'Waiting for the payer', fa: 'در انتظار پرداخت' },
  AWAITING_VERIFICATION: { en: 'Paid, not verified', fa: 'پرداخت‌شده، در انتظار تأیید' },
  VERIFICATION_FAILED: { en: 'Paid, verification failed', fa: 'پرداخت‌شده، تأیید ناموفق' },
  COMPLETED: { en: 'Completed', fa: 'تکمیل‌شده' },
  FAILED: { en: 'Failed', fa: 'ناموفق' },
  CANCELLED: { en: 'Cancelled', fa: 'لغوشده' },
  TIMEOUT: { en: 'Timed out', fa: 'منقضی‌شده' },
};

export function paymentStateName({ of }: Speech, state: PaymentState): string {
  return of(stateTexts[state]);
}

export function paymentTone(state: PaymentState): Tone {
  return statuses[statusOf(state)]?.tone ?? 'quiet';
}
