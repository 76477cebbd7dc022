package irandargah

import (
	"context"
	"database/sql"
	"errors"
	"net/http"
	"time"
)

// WebhookClaim is what a store says to an attempt.
type WebhookClaim string

// The claims: the event is this attempt's own now, or another's, or has been handled.
const (
	Claimed WebhookClaim = "claimed"
	Running WebhookClaim = "running"
	Done    WebhookClaim = "done"
)

// Connection is a *sql.DB, a *sql.Conn or a *sql.Tx.
type Connection interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// WebhookStore is where events are remembered, each by its fingerprint: NewPostgresStore, NewMySQLStore, NewSQLiteStore,
// and NewMemoryStore for tests.
type WebhookStore interface {
	// Claim takes an event for an attempt in one atomic step, unless it is done or another's lease has not ended.
	Claim(ctx context.Context, fingerprint, owner string, lease time.Duration) (WebhookClaim, error)
	// Finish marks it as done, if it is this attempt's still, and tells whether it was; twice does no harm. A connection
	// that is not nil is used instead of the store's own.
	Finish(ctx context.Context, fingerprint, owner string, connection Connection) (bool, error)
	// Release ends the lease of this attempt, if it has it still and the event is not done.
	Release(ctx context.Context, fingerprint, owner string) error
}

// MarkDone marks the event as done within a transaction of yours: call it last, before you commit. It fails when the
// lease was lost, so that you roll back. Calling it is optional.
type MarkDone func(ctx context.Context, transaction Connection) error

// WebhookWork is your handler of events. An event counts as handled when it returns nil.
type WebhookWork func(ctx context.Context, event *Event, done MarkDone) error

// DefaultLease is longer than a handler should take, and shorter than the gateway waits before its first retry.
const DefaultLease = 90 * time.Second

// ErrLeaseEnded: another attempt has the event, since this one took longer than its lease.
var ErrLeaseEnded = errors.New("irandargah: the lease of this event has ended")

// HandleOnce runs your handler unless the event, known by its name and signed data, is done or another attempt is at it
// (docs/decisions/0089). A handler that fails gives the event back at once, one whose process dies does so when its
// lease ends. The lease is DefaultLease when it is 0.
// It gives the status to answer with: 200 when the event is done, 503 while it is not, so that it comes again; and 500
// with what the handler or the store failed with.
func HandleOnce(ctx context.Context, event *Event, store WebhookStore, work WebhookWork, lease time.Duration) (int, error) {
	if lease <= 0 {
		lease = DefaultLease
	}
	owner := newKey()
	claim, err := store.Claim(ctx, event.Fingerprint, owner, lease)
	switch {
	case err != nil:
		return http.StatusInternalServerError, err
	case claim == Done:
		return http.StatusOK, nil
	case claim != Claimed:
		return http.StatusServiceUnavailable, nil
	}
	// What has been done is written down even if the gateway hung up meanwhile.
	lasting := context.WithoutCancel(ctx)
	finished := false
	defer func() {
		// Also when the handler panics. If it fails, the lease ends by itself; what went wrong first matters more.
		if !finished {
			_ = store.Release(lasting, event.Fingerprint, owner)
		}
	}()
	done := func(ctx context.Context, transaction Connection) error {
		own, err := store.Finish(ctx, event.Fingerprint, owner, transaction)
		if err == nil && !own {
			err = ErrLeaseEnded
		}
		return err
	}
	if err := work(ctx, event, done); err != nil {
		return http.StatusInternalServerError, err
	}
	own, err := store.Finish(lasting, event.Fingerprint, owner, nil)
	if err != nil {
		return http.StatusInternalServerError, err
	}
	finished = true
	if !own {
		return http.StatusServiceUnavailable, nil
	}
	return http.StatusOK, nil
}
