package irandargah

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"time"
)

// WebhookHandler answers deliveries: it reads the raw body, verifies it, and has your handler run once for each event.
// The answers: 200 done, 503 not yet, 401 not from the gateway, 500 your handler failed or something is set up wrongly.
type WebhookHandler struct {
	// Secrets are those of the webhook: several while you change it.
	Secrets []string
	Store   WebhookStore
	// Handle is yours. Its context ends with the lease, and not when the gateway hangs up.
	Handle WebhookWork
	// Lease is DefaultLease when left out.
	Lease time.Duration
	// MaxBodyBytes is the largest delivery that is read; 1,000,000 when left out.
	MaxBodyBytes int64
	// OnError is told why a delivery was not answered with 200; it goes to slog.Error when left out.
	OnError func(error)
}

func (h *WebhookHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	status, err := h.answer(w, r)
	if err != nil && h.OnError != nil {
		h.OnError(err)
	} else if err != nil {
		slog.Error("irandargah: a webhook was not handled", "status", status, "error", err)
	}
	w.WriteHeader(status)
}

func (h *WebhookHandler) answer(w http.ResponseWriter, r *http.Request) (int, error) {
	if h.Store == nil || h.Handle == nil {
		return http.StatusInternalServerError, misuse("A WebhookHandler needs Secrets, Store and Handle.")
	}
	limit, lease := h.MaxBodyBytes, h.Lease
	if limit <= 0 {
		limit = 1_000_000
	}
	if lease <= 0 {
		lease = DefaultLease
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
	if err != nil {
		return http.StatusUnauthorized, &WebhookError{"body_malformed"}
	}
	if len(body) == 0 && r.ContentLength > 0 {
		return http.StatusInternalServerError, misuse("Somebody has read the body of this delivery: put the handler first.")
	}
	event, err := VerifyWebhook(body, r.Header, h.Secrets...)
	var refused *WebhookError
	if errors.As(err, &refused) {
		return http.StatusUnauthorized, err
	}
	if err != nil {
		return http.StatusInternalServerError, err
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), lease)
	defer cancel()
	return HandleOnce(ctx, event, h.Store, h.Handle, lease)
}
