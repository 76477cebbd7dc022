// The callback of a payment, as the payer's browser brings it to the shop.

export interface Callback {
  method: string;
  url: string;
  /** The fields, whether they came in a form or in the query. */
  fields: Record<string, string>;
}
