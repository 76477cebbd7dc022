package irandargah

import (
	"context"
	"errors"

	"irandargah.com/client/v3/generated"
)

// StoredPayment is what your own database knows about a payment since you created it.
type StoredPayment struct {
	Authority string
	Amount    Rials
	OrderID   string
}

// Outcome is what is true of a payment.
type Outcome string

// The outcomes of VerifyPayment.
const (
	// Paid: the money is yours. Mark the order as paid by one conditional update, and deliver if it changed a row.
	Paid Outcome = "paid"
	// NotPaid: the gateway says itself that the money is not yours. Unless Final, the payer may still pay.
	NotPaid Outcome = "not_paid"
	// Unknown: nobody knows yet. Say that it is being checked, and verify again later.
	Unknown Outcome = "unknown"
	// Mismatch: the gateway's record is not yours. Do not deliver, and let a person look.
	Mismatch Outcome = "mismatch"
)

// VerifiedPayment is how a verification ended.
type VerifiedPayment struct {
	Outcome Outcome
	Payment StoredPayment
	// RefID is the reference of the bank, if it is paid.
	RefID string
	// VerifiedAt is Jalali, YYYY-MM-DD HH:mm:ss, if it is paid.
	VerifiedAt string
	// AlreadyVerified: it was verified before this call, after a lost answer or by direct_verify for example.
	AlreadyVerified bool
	// Reason is why it is not paid, and Final whether it stays so.
	Reason UnpaidReason
	Final  bool
	// Err is what the gateway answered, or why nothing came; nil if it is paid.
	Err *Error
}

// look makes one call of a verification, whose failures are its answer as well.
func (c *Client) look(ctx context.Context, name string, given input, options []CallOption) (fields, *Error, error) {
	_, data, err := c.call(ctx, name, given, options)
	var failure *Error
	if err == nil || errors.As(err, &failure) {
		return data, failure, nil
	}
	return nil, nil, err
}

// isAboutAnother: the gateway answered with a verification or a transaction that is not the one we asked about.
func isAboutAnother(e *Error) bool { return e.Code == CodeUnexpected && e.Fault == faultOtherPayment }

// hasNothing: the gateway understood the question and has nothing to show for it.
func hasNothing(e *Error) bool { return e.Code == CodeTransactionNotFound || e.Code == CodeValidation }

// differs tells whether an amount that came is a number, and another one.
func differs(value any, amount Rials) bool {
	number, whole := wholeNumber(value)
	return isAnyNumber(value) && !(whole && number == int64(amount))
}

// VerifyPayment verifies with the amount and the order of your own record; nothing from a callback comes in here.
//
// Paid needs a proof: this authority, exactly this amount, a reference and a time. A final NotPaid needs the gateway's
// own word for it. Where the first answer has neither, the verification and the transaction are looked up; what is still
// open then is Unknown. Call it as often as you like (docs/decisions/0065, 0066, 0082). The error is not nil only for a
// *ConfigurationError, and then the outcome is Unknown.
func (c *Client) VerifyPayment(ctx context.Context, payment StoredPayment, options ...CallOption) (VerifiedPayment, error) {
	result := VerifiedPayment{Outcome: Unknown, Payment: payment}
	ended := func(outcome Outcome, e *Error) (VerifiedPayment, error) {
		result.Outcome, result.Err = outcome, e
		return result, nil
	}
	paid := func(known proof, already bool) (VerifiedPayment, error) {
		result.RefID, result.VerifiedAt, result.AlreadyVerified = known.refID, known.verifiedAt, already
		return ended(Paid, nil)
	}
	notPaid := func(reason UnpaidReason, e *Error) (VerifiedPayment, error) {
		result.Reason, result.Final = reason, finality[reason]
		return ended(NotPaid, e)
	}
	switch settings := (&callOptions{}).with(options); {
	case settings.key != nil:
		return result, misuse("VerifyPayment makes its own idempotency key: leave it out.")
	case payment.Authority == "" || payment.OrderID == "":
		return result, misuse("VerifyPayment needs the authority and the order of your own record.")
	}

	request := generated.VerificationRequest{Authority: payment.Authority, Amount: payment.Amount, OrderID: payment.OrderID}
	data, e, err := c.look(ctx, "createVerification", input{fields: request}, options)
	if err != nil {
		return result, err
	}
	if e == nil {
		// Without a proof of this authority and this amount the call would have failed.
		known, _ := proofOf(data.object("verification"))
		return paid(known, false)
	}
	if e.Code == CodeTransactionNotFound || isAboutAnother(e) {
		return ended(Mismatch, e)
	}
	already, refused := e.Code == CodeAlreadyVerified, e.Code == CodeValidation
	if reason, said := unpaidBecause(e.Reason); refused && said {
		return notPaid(reason, e)
	}
	if !already && !refused && !e.MayHaveActed {
		return ended(Unknown, e)
	}

	named := input{authority: payment.Authority}
	data, other, err := c.look(ctx, "getVerification", named, options)
	if err != nil {
		return result, err
	}
	if other == nil {
		verification := data.object("verification")
		if differs(verification["amount"], payment.Amount) {
			return ended(Mismatch, e)
		}
		known, proven := proofOf(verification)
		if amount, whole := wholeNumber(verification["amount"]); proven && whole && amount == int64(payment.Amount) {
			return paid(known, true)
		}
		if already || !hasNoTrace(verification) {
			return ended(Unknown, e)
		}
	} else {
		if isAboutAnother(other) {
			return ended(Mismatch, e)
		}
		if already || !hasNothing(other) {
			return ended(Unknown, other)
		}
	}

	data, other, err = c.look(ctx, "getTransaction", named, options)
	if err != nil {
		return result, err
	}
	if other != nil {
		if isAboutAnother(other) || (refused && hasNothing(other)) {
			return ended(Mismatch, e)
		}
		return ended(Unknown, e)
	}
	transaction := data.object("transaction")
	order := transaction.text("order_id")
	if differs(transaction["amount"], payment.Amount) || (order != "" && order != payment.OrderID) {
		return ended(Mismatch, e)
	}
	if reason, unpaid := unpaidBy(transaction); unpaid {
		return notPaid(reason, e)
	}
	return ended(Unknown, e)
}
