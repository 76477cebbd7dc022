// Why a signature was not accepted: a type that errors and signatures share, below both.

export type SignatureFault =
  | 'signature_missing'
  | 'signature_malformed'
  | 'signature_mismatch'
  | 'timestamp_missing'
  | 'timestamp_malformed'
  | 'timestamp_outside_tolerance';
