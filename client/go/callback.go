package irandargah

import (
	"context"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"irandargah.com/client/v3/generated"
)

// CallbackError is a callback that does not fit your record: answer 400, log Reason, and change no order because of it.
// Reason is method_not_allowed, malformed, doubled_field, unknown_payment, authority_differs, amount_differs or
// order_differs.
type CallbackError struct{ Reason string }

func (e *CallbackError) Error() string {
	return "irandargah: callback refused: " + e.Reason + ". Answer 400 and change no order because of it."
}

// Claim is what a callback claims, which is no proof.
type Claim string

// The claims of callbacks: every negative code claims that nothing was paid, a code of tomorrow nothing at all.
const (
	ClaimAwaitingVerification Claim = "awaiting_verification"
	ClaimVerified             Claim = "verified"
	ClaimNotPaid              Claim = "not_paid"
	ClaimUnknown              Claim = "unknown"
)

// Callback is one that fits your record.
type Callback struct {
	// Payment is your own record. Verify it, whatever the claim is: only the verification is proof.
	Payment StoredPayment
	Claim   Claim
	// Unproven are texts that prove nothing: store the reference of the verification instead.
	Unproven struct {
		Message string
		RefID   string
		CardPAN Private
	}
}

// Lookup finds your record by its authority in your own database; nil when there is none.
type Lookup func(ctx context.Context, authority string) (*StoredPayment, error)

// callbackLimit is far more than a callback has.
const callbackLimit = 64 << 10

// ReadCallback reads the return of a payer by GET or POST and compares it with your record; there is no way to read one
// without it. Call VerifyPayment with its payment next, whatever the claim is.
// It fails with a *CallbackError, with what your lookup failed with, or with a *ConfigurationError when somebody has read
// the body and left no form.
func ReadCallback(r *http.Request, lookup Lookup) (*Callback, error) {
	if r.Method != http.MethodPost || r.PostForm != nil {
		// Somebody has parsed the form before; url.Values keeps every value.
		return ParseCallback(r.Context(), r.Method, r.URL.RawQuery, r.PostForm.Encode(), lookup)
	}
	if r.Body == nil {
		return nil, &CallbackError{"malformed"}
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, callbackLimit+1))
	if err != nil || len(body) > callbackLimit {
		return nil, &CallbackError{"malformed"}
	}
	if len(body) == 0 && r.ContentLength > 0 {
		return nil, misuse("Somebody has read the body of this callback: give ReadCallback the request first.")
	}
	return ParseCallback(r.Context(), r.Method, r.URL.RawQuery, string(body), lookup)
}

var (
	authorityForm = regexp.MustCompile(`^[\w-]{1,64}$`)
	amountForm    = regexp.MustCompile(`^[0-9]{1,16}$`)
	statusForm    = regexp.MustCompile(`^-?[0-9]{1,9}$`)
)

// claims by the callback's codes, which are a list of their own (docs/decisions/0045).
var claims = map[string]Claim{"201": ClaimAwaitingVerification, "100": ClaimVerified}

// ParseCallback is ReadCallback for what is no *http.Request: query and body are the raw texts.
func ParseCallback(ctx context.Context, method, query, body string, lookup Lookup) (*Callback, error) {
	source := body
	switch method {
	case http.MethodGet:
		source = query
	case http.MethodPost:
	default:
		return nil, &CallbackError{"method_not_allowed"}
	}
	form, reason := callbackForm(source)
	if reason != "" {
		return nil, &CallbackError{reason}
	}
	authority, status := form["authority"], form["status_code"]
	// Your record decides; the forms only keep out what cannot be one, and do not assume how the gateway makes its own.
	if !authorityForm.MatchString(authority) || !amountForm.MatchString(form["amount"]) ||
		!statusForm.MatchString(status) || form["order_id"] == "" {
		return nil, &CallbackError{"malformed"}
	}
	payment, err := lookup(ctx, authority)
	amount, _ := strconv.ParseInt(form["amount"], 10, 64)
	switch {
	case err != nil:
		return nil, err
	case payment == nil:
		reason = "unknown_payment"
	case payment.Authority != authority:
		reason = "authority_differs"
	case int64(payment.Amount) != amount:
		reason = "amount_differs"
	case payment.OrderID != form["order_id"]:
		reason = "order_differs"
	}
	if reason != "" {
		return nil, &CallbackError{reason}
	}
	callback := &Callback{Payment: *payment, Claim: claims[status]}
	if callback.Claim == "" {
		callback.Claim = ClaimUnknown
		if strings.HasPrefix(status, "-") {
			callback.Claim = ClaimNotPaid
		}
	}
	callback.Unproven.Message, callback.Unproven.RefID = form["message"], form["ref_id"]
	callback.Unproven.CardPAN = Private(form["card_pan"])
	return callback, nil
}

// callbackForm has the callback's own fields, each once; other parameters of your address are none of its business.
func callbackForm(source string) (form map[string]string, reason string) {
	form = map[string]string{}
	for _, pair := range strings.Split(source, "&") {
		name, value, _ := strings.Cut(pair, "=")
		name = unescape(name)
		if !slices.Contains(generated.CallbackFields, name) {
			continue
		}
		if _, doubled := form[name]; doubled {
			return nil, "doubled_field"
		}
		form[name] = unescape(value)
	}
	return form, ""
}

// unescape decodes as browsers do: a percent sign that encodes nothing stays one, where url.QueryUnescape would fail.
func unescape(text string) string {
	text = strings.ReplaceAll(text, "+", " ")
	var out strings.Builder
	for at := 0; at < len(text); at++ {
		if text[at] == '%' && at+2 < len(text) {
			if code, err := strconv.ParseUint(text[at+1:at+3], 16, 8); err == nil {
				out.WriteByte(byte(code))
				at += 2
				continue
			}
		}
		out.WriteByte(text[at])
	}
	return strings.ToValidUTF8(out.String(), "\ufffd")
}
