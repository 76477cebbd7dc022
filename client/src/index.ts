// Everything that a merchant imports from @irandargah/client.

export type { GatewayRequestInit } from './asked.ts';
export type { Callback, CallbackFault, CallbackRequest, StoredPaymentSource } from './callback.ts';
export { CallbackError, readCallback } from './callback.ts';
export type { IranDargahClient } from './client.ts';
export { createClient } from './client.ts';
export type {
  AnswerFault,
  ApiErrorOf,
  ErrorDetails,
  ErrorOf,
  OperationName,
  StateReason,
  TransportError,
  UnknownCodeError,
} from './errors.ts';
export { ConfigurationError, IranDargahError } from './errors.ts';
export type { UnpaidReason } from './evidence.ts';
export type { GatewayFetch } from './gateway-fetch.ts';
export { createGatewayFetch } from './gateway-fetch.ts';
export type { LogEntry } from './log.ts';
export { redact } from './log.ts';
export type { Rials } from './money.ts';
export { inToman, rials, toman } from './money.ts';
export type { Call, Operations } from './operations.ts';
export type { ClientOptions, Clock, Environment } from './options.ts';
export type { GatewayPaths } from './paths.ts';
export type {
  Body,
  CallOptions,
  Data,
  Failure,
  Input,
  KeyedCallOptions,
  Result,
  Schemas,
  Success,
  VerificationState,
} from './results.ts';
export type { SignedRequest } from './signature.ts';
export { importSecret, responseFault, signRequest } from './signature.ts';
export type { SignatureFault } from './signature-fault.ts';
export { normalizeTyped } from './typed-text.ts';
export type { PaymentOutcome, StoredPayment, VerificationError } from './verify-payment.ts';
export type { KnownEvent, WebhookEvent, WebhookFault, WebhookHeaders } from './webhook.ts';
export { verifyWebhook, WebhookError } from './webhook.ts';
export type { HandleOnceOptions, WebhookClaim, WebhookStore } from './webhook-store.ts';
export { handleOnce } from './webhook-store.ts';
