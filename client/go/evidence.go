package irandargah

import (
	"encoding/json"
	"strings"
)

// proof is the two values that exist only once a payment is verified (docs/decisions/0082).
type proof struct{ refID, verifiedAt string }

// isReference: a reference of zeros is none.
func isReference(value any) bool {
	text, _ := value.(string)
	return strings.ContainsFunc(text, func(sign rune) bool { return !isBlank(sign) && sign != '0' && sign != '-' })
}

// isMoment: a moment needs a digit that is not zero.
func isMoment(value any) bool {
	text, _ := value.(string)
	return strings.ContainsAny(text, "123456789۱۲۳۴۵۶۷۸۹")
}

// proofOf is the proof that a verification was made, if it has both its values; whatever else they hold is none.
func proofOf(claim fields) (proof, bool) {
	if !isReference(claim["ref_id"]) || !isMoment(claim["verified_at"]) {
		return proof{}, false
	}
	return proof{claim["ref_id"].(string), claim["verified_at"].(string)}, true
}

// hasNoTrace tells whether nothing at all speaks for a verification.
func hasNoTrace(claim fields) bool {
	return !isReference(claim["ref_id"]) && !isMoment(claim["verified_at"])
}

func isAnyNumber(value any) bool {
	_, ok := value.(json.Number)
	return ok
}

// UnpaidReason is why a payment is not paid, in the gateway's words.
type UnpaidReason string

// The reasons for which a payment is not paid.
const (
	PaymentUnpaid    UnpaidReason = "payment_unpaid"
	PaymentFailed    UnpaidReason = "payment_failed"
	PaymentExpired   UnpaidReason = "payment_expired"
	PaymentCancelled UnpaidReason = "payment_cancelled"
)

// finality tells whether a reason is the last word on a payment.
var finality = map[UnpaidReason]bool{
	PaymentUnpaid: false, PaymentFailed: true, PaymentExpired: true, PaymentCancelled: true,
}

var reasonByStatus = map[string]UnpaidReason{
	"failed": PaymentFailed, "timeout": PaymentExpired, "cancelled": PaymentCancelled,
}

// unpaidBecause tells whether the gateway's own word says that a payment is unpaid.
func unpaidBecause(word string) (UnpaidReason, bool) {
	_, known := finality[UnpaidReason(word)]
	return UnpaidReason(word), known
}

// unpaidBy is what a transaction says of a payment without a trace of a verification; false when it may have been paid.
func unpaidBy(transaction fields) (UnpaidReason, bool) {
	payable := transaction["can_be_verified"]
	// Whatever is not no may be yes.
	if payable != nil && payable != false {
		return "", false
	}
	status, _ := transaction["status"].(string)
	if status == "pending" && payable == false {
		return PaymentUnpaid, true
	}
	reason, known := reasonByStatus[status]
	return reason, known
}
