package irandargah

import (
	"math"
	"math/rand"
	"time"

	"irandargah.com/client/v3/generated"
)

const firstPause = 250 * time.Millisecond

// isRepeatable tells whether sending the same bytes again can never act twice: it only reads, or its idempotency key is
// documented.
func isRepeatable(operation generated.Operation) bool {
	return operation.Method == "GET" || (operation.IdempotencyKey && !operation.Undocumented)
}

// isTransient tells whether the failure may pass by itself: the way, the gateway or its bank broke down. The HTTP
// status is asked only where there is no code that would tell.
func isTransient(failure *Error) bool {
	switch failure.Code {
	case CodeNetwork, CodeTimeout, CodeUnreadable, CodeUntrusted:
		return true
	case CodeUnknown, CodeUnexpected:
		return failure.HTTPStatus >= 500
	}
	for _, known := range generated.Errors {
		if known.MayHaveActed && known.Code == failure.Code {
			return true
		}
	}
	return false
}

// retryDelay is the pause before the next attempt; false when the failure is final for this call.
func (c *Client) retryDelay(failure *Error, operation generated.Operation, attempt, retries int) (time.Duration, bool) {
	// A refusal by the rate limit has had no effect, so any operation may be repeated after it.
	limited := failure.Code == CodeRateLimited
	if attempt > retries || (!limited && !(isRepeatable(operation) && isTransient(failure))) {
		return 0, false
	}
	if failure.RetryAfter > 0 {
		pause := failure.RetryAfter + time.Duration(float64(firstPause)*rand.Float64())
		return pause, failure.RetryAfter <= c.options.MaxRetryDelay
	}
	pause := float64(firstPause) * math.Pow(2, float64(attempt-1)) * (0.5 + rand.Float64())
	// Compared before it is converted: after many attempts it is longer than a Duration can be.
	return time.Duration(min(pause, float64(c.options.MaxRetryDelay))), true
}
