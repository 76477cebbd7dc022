package irandargah

import (
	"log/slog"
	"net/http"
	"net/url"
	"regexp"
	"runtime"
	"strings"
	"time"
	"unicode"

	"irandargah.com/client/v3/generated"
)

// The environments of the gateway.
const (
	Production = "production"
	Sandbox    = "sandbox"
)

// Options are what a client is made of. Printing them shows neither the token nor the secret key.
type Options struct {
	// Token is that of your terminal; keep it on your server.
	Token string `json:"-"`
	// SecretKey signs every request and verifies every answer, if your terminal has one.
	SecretKey string `json:"-"`
	// Environment is Production or Sandbox; it must fit the token.
	Environment string
	// BaseURL is another address than the environment's own: a sandbox on your machine, for example.
	BaseURL string
	// Timeout is how long one attempt may take; 30 seconds when left out.
	Timeout time.Duration
	// Retries is how often an attempt that failed on the way is repeated, where that is safe: 2 when left out, and
	// NoRetries for none.
	Retries int
	// MaxRetryDelay is the longest pause before a retry; 10 seconds when left out.
	MaxRetryDelay time.Duration
	// MaxAnswerBytes is the largest answer that is read, after unpacking; 10,000,000 when left out.
	MaxAnswerBytes int64
	// Transport sends the requests; a copy of http.DefaultTransport when left out. Redirects are never followed.
	Transport http.RoundTripper `json:"-"`
	// OnWarning is called once for each thing that deserves a look; it goes to slog.Warn when left out.
	OnWarning func(message string) `json:"-"`
}

// NoRetries as Options.Retries sends each request once.
const NoRetries = -1

// String shows the options without what is secret.
func (o Options) String() string {
	return "irandargah.Options(" + o.Environment + " " + o.BaseURL + ")"
}

// GoString shows the options without what is secret.
func (o Options) GoString() string { return o.String() }

var tokenForm = regexp.MustCompile(generated.TokenPattern)

func isInvisible(sign rune) bool { return unicode.IsSpace(sign) || unicode.Is(unicode.Cf, sign) }

// withDefaults checks the options and fills in what is missing; the token never appears in the error.
func (o Options) withDefaults() (Options, error) {
	prefix, server, foreign := generated.TokenPrefixesSandbox, generated.ServersSandbox, generated.ServersProduction
	live := o.Environment == Production
	if live {
		prefix, server, foreign = generated.TokenPrefixesProduction, generated.ServersProduction, generated.ServersSandbox
	} else if o.Environment != Sandbox {
		return o, misuse(`Set Environment to "production" or "sandbox".`)
	}
	if strings.IndexFunc(o.Token, isInvisible) >= 0 || strings.TrimFunc(o.SecretKey, isInvisible) != o.SecretKey {
		return o, misuse("There is a blank or a line break in Token or SecretKey: take that one out.")
	}
	if !strings.HasPrefix(o.Token, prefix) || !tokenForm.MatchString(o.Token) {
		return o, misuse("For %s the token begins with %s: take that one, or change Environment.", o.Environment, prefix)
	}
	if live && (runtime.GOOS == "js" || runtime.GOOS == "android" || runtime.GOOS == "ios") {
		return o, misuse("A live token must never reach a browser or an app: call the gateway from your server.")
	}
	if o.BaseURL == "" {
		o.BaseURL = server
	}
	base, err := url.Parse(o.BaseURL)
	fits := err == nil && base.Host != "" && base.RawQuery == "" && base.Fragment == "" && base.User == nil &&
		(base.Scheme == "https" || (base.Scheme == "http" && !live))
	if fits {
		base.Host = strings.ToLower(base.Host)
		o.BaseURL = strings.TrimRight(base.String(), "/")
	}
	if !fits || strings.HasPrefix(o.BaseURL, foreign) {
		return o, misuse("BaseURL does not fit %s: leave it out, or give an https:// address of your own.", o.Environment)
	}
	if o.Timeout < 0 || o.MaxRetryDelay < 0 || o.MaxAnswerBytes < 0 || o.Retries < NoRetries {
		return o, misuse("Timeout, MaxRetryDelay and MaxAnswerBytes are not negative, and Retries is NoRetries at least.")
	}
	if o.Timeout == 0 {
		o.Timeout = 30 * time.Second
	}
	if o.MaxRetryDelay == 0 {
		o.MaxRetryDelay = 10 * time.Second
	}
	if o.MaxAnswerBytes == 0 {
		o.MaxAnswerBytes = 10_000_000
	}
	switch o.Retries {
	case 0:
		o.Retries = 2
	case NoRetries:
		o.Retries = 0
	}
	if o.Transport == nil {
		o.Transport = http.DefaultTransport
		if transport, ok := http.DefaultTransport.(*http.Transport); ok {
			o.Transport = transport.Clone()
		}
	}
	if o.OnWarning == nil {
		o.OnWarning = func(message string) { slog.Warn(message) }
	}
	return o, nil
}

// CallOption is set for one call.
type CallOption func(*callOptions)

type callOptions struct {
	key     *string
	timeout time.Duration
	retries int
}

func (o *callOptions) with(options []CallOption) *callOptions {
	for _, option := range options {
		option(o)
	}
	return o
}

// WithIdempotencyKey names this logical request; without it each call makes a fresh random key. Store the key with the
// order before the call, and never use it for another operation or another body.
func WithIdempotencyKey(key string) CallOption { return func(o *callOptions) { o.key = &key } }

// WithTimeout says how long one attempt of this call may take.
func WithTimeout(timeout time.Duration) CallOption {
	return func(o *callOptions) { o.timeout = timeout }
}

// WithRetries says how often this call is repeated where that is safe; 0 sends it once.
func WithRetries(retries int) CallOption { return func(o *callOptions) { o.retries = retries } }
