// Package irandargah is a client of the IranDargah payment gateway, made so that an integration cannot lose or double
// a payment: retries never act twice, answers are verified before they are believed, a callback cannot be read without
// your own record, and a payment counts as paid on a proof only.
package irandargah

import (
	"context"
	"net/http"
	"sync"
	"time"
)

// Client is that of one terminal. Make one by New and keep it: it may be shared by goroutines, and remembers nothing of
// one call for another.
type Client struct {
	options Options
	http    *http.Client
	now     func() time.Time
	sleep   func(context.Context, time.Duration)
	told    sync.Map
}

// New makes the client of one terminal. It fails with a *ConfigurationError when token, environment and address do not
// fit together.
func New(options Options) (*Client, error) {
	options, err := options.withDefaults()
	if err != nil {
		return nil, err
	}
	return &Client{
		options: options,
		http: &http.Client{
			Transport: options.Transport,
			// A redirect would carry the token to another address.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		now:   time.Now,
		sleep: sleep,
	}, nil
}

// String shows neither the token nor the secret key.
func (c *Client) String() string { return "irandargah.Client(" + c.options.BaseURL + ")" }

// GoString shows neither the token nor the secret key.
func (c *Client) GoString() string { return c.String() }

// warn tells the merchant something once.
func (c *Client) warn(message string) {
	if _, told := c.told.LoadOrStore(message, true); told {
		return
	}
	// A hook must never turn a payment that was made into a failure.
	defer func() { _ = recover() }()
	c.options.OnWarning(message)
}

// sleep waits, but no longer than the context lives.
func sleep(ctx context.Context, pause time.Duration) {
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
