package irandargah

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"irandargah.com/client/v3/generated"
)

const (
	testToken  = "idg_test_ThisIsSecret"
	testSecret = "the secret key"
)

// gateway answers with what a test says, and remembers what came.
type gateway struct {
	*httptest.Server
	lock   sync.Mutex
	bodies []string
	keys   []string
}

func startGateway(t *testing.T, answer http.HandlerFunc) *gateway {
	t.Helper()
	g := &gateway{}
	g.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		g.lock.Lock()
		g.bodies = append(g.bodies, string(body))
		g.keys = append(g.keys, r.Header.Get(generated.HeadersIdempotencyKey))
		g.lock.Unlock()
		answer(w, r)
	}))
	t.Cleanup(g.Close)
	return g
}

// client is one of the gateway that waits for nothing between its attempts.
func (g *gateway) client(t *testing.T, change func(*Options)) *Client {
	t.Helper()
	options := Options{Token: testToken, Environment: Sandbox, BaseURL: g.URL, OnWarning: func(string) {}}
	if change != nil {
		change(&options)
	}
	client, err := New(options)
	if err != nil {
		t.Fatal(err)
	}
	client.sleep = func(context.Context, time.Duration) {}
	return client
}

func says(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, text) }
}

var testOrder = Order{Amount: 250_000, OrderID: "ORDER-1", CallbackURL: "https://shop.example/return"}

func TestOptionsThatDoNotFitAreRefusedWithoutShowingTheToken(t *testing.T) {
	right := Options{Token: testToken, SecretKey: testSecret, Environment: Sandbox}
	for name, change := range map[string]func(*Options){
		"no environment":            func(o *Options) { o.Environment = "" },
		"the other environment":     func(o *Options) { o.Environment = Production },
		"no token":                  func(o *Options) { o.Token = "" },
		"a line break in the token": func(o *Options) { o.Token += "\n" },
		"an invisible mark":         func(o *Options) { o.Token += "\u200f" },
		"a blank behind the secret": func(o *Options) { o.SecretKey += " " },
		"the other server":          func(o *Options) { o.BaseURL = generated.ServersProduction + "/" },
		"no address":                func(o *Options) { o.BaseURL = "sandbox" },
		"a negative timeout":        func(o *Options) { o.Timeout = -1 },
		"plain HTTP in production": func(o *Options) {
			o.Token, o.Environment, o.BaseURL = "idg_live_ThisIsSecret", Production, "http://proxy.example"
		},
	} {
		t.Run(name, func(t *testing.T) {
			options := right
			change(&options)
			_, err := New(options)
			var misused *ConfigurationError
			if !errors.As(err, &misused) {
				t.Fatalf("got %v", err)
			}
			if strings.Contains(err.Error(), "ThisIsSecret") || strings.Contains(err.Error(), testSecret) {
				t.Errorf("shows what is secret: %v", err)
			}
		})
	}
	if _, err := New(right); err != nil {
		t.Error(err)
	}
}

func TestNothingSecretIsPrinted(t *testing.T) {
	options := Options{Token: testToken, SecretKey: testSecret, Environment: Sandbox}
	client, err := New(options)
	if err != nil {
		t.Fatal(err)
	}
	order := testOrder
	order.Mobile, order.CardNumber = "09123456789", "6037990000001234"
	event := &Event{Name: "payment.completed", Data: json.RawMessage(`{"pan":"6037990000001234"}`)}
	for _, value := range []any{client, *client.http, options, &options, order, &order, event, []any{options}, map[string]any{"order": order}} {
		asJSON, _ := json.Marshal(options)
		var log bytes.Buffer
		slog.New(slog.NewJSONHandler(&log, nil)).Info("seen", "mobile", order.Mobile, "event", event, "client", client)
		printed := fmt.Sprintf("%v %+v %#v %s %s %s", value, value, value, value, asJSON, &log)
		for _, secret := range []string{testToken, testSecret, "09123456789", "6037990000001234"} {
			if strings.Contains(printed, secret) {
				t.Errorf("%T shows %s: %s", value, secret, printed)
			}
		}
	}
}

func TestEveryOperationOfTheContractIsAMethod(t *testing.T) {
	for name := range generated.Operations {
		if _, found := reflect.TypeOf(&Client{}).MethodByName(strings.ToUpper(name[:1]) + name[1:]); !found {
			t.Errorf("there is no method for %s", name)
		}
	}
}

// Whatever an answer is, the shop gets an *Error or a value, and no panic.
func TestOddAnswersAreErrorsOfThisPackage(t *testing.T) {
	for _, text := range []string{
		``, `null`, `[]`, `1`, `"a"`, `{`, `{}`, `{"success":true}`, `{"success":true,"data":null}`, `{"success":true,"data":[]}`,
		`{"success":true,"data":{"transaction":null}}`, `{"success":true,"data":{"transaction":{"authority":7}}}`,
		`{"success":false,"error":[]}`, `{"success":false,"error":{"code":{}}}`, `{"success":false,"status_code":"-2"}`,
		`{"success":false,"error":{"code":1e400}}`, `{"success":false,"error":{"code":-2,"details":[]}}`,
		`{"success":false,"error":{"code":-2,"details":{"validation":[],"reason":{}}}}`,
		strings.Repeat("[", 100_000), strings.Repeat(`{"data":`, 20_000), "<html>", "\x00\xff", `{"success":true,"data":{"a":1e400}}`,
	} {
		client := startGateway(t, says(text)).client(t, nil)
		ctx := context.Background()
		_, created := client.CreatePayment(ctx, testOrder)
		_, listed := client.ListTransactions(ctx, TransactionQuery{})
		_, refunded := client.CreateRefund(ctx, generated.RefundRequest{Authority: "A"})
		for _, err := range []error{created, listed} {
			var failed *Error
			if !errors.As(err, &failed) {
				t.Errorf("%.60q: got %v", text, err)
			}
		}
		var failed *Error
		if refunded != nil && !errors.As(refunded, &failed) {
			t.Errorf("%.60q: got %v", text, refunded)
		}
		result, err := client.VerifyPayment(ctx, StoredPayment{"A", 1, "O"})
		if err != nil || result.Outcome == Paid || result.Final {
			t.Errorf("%.60q: got %v, %v", text, result, err)
		}
	}
}

func TestEachCallHasAKeyOfItsOwnAndKeepsItOverItsAttempts(t *testing.T) {
	g := startGateway(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) })
	client := g.client(t, nil)
	_, first := client.CreatePayment(context.Background(), testOrder)
	_, second := client.CreatePayment(context.Background(), testOrder)
	if len(g.keys) != 6 || g.keys[0] != g.keys[2] || g.keys[3] != g.keys[5] || g.keys[0] == g.keys[3] || g.keys[0] == "" {
		t.Errorf("the keys were %v", g.keys)
	}
	var failed *Error
	if !errors.As(first, &failed) || failed.IdempotencyKey != g.keys[0] || !failed.MayHaveActed {
		t.Errorf("told %+v", failed)
	}
	if !errors.Is(second, CodeUnreadable) {
		t.Error(second)
	}
}

func TestEveryPauseIsOneHoweverManyCameBefore(t *testing.T) {
	client, err := New(Options{Token: testToken, Environment: Sandbox, MaxRetryDelay: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	for _, attempt := range []int{1, 30, 40, 2000} {
		pause, again := client.retryDelay(&Error{Code: CodeNetwork}, generated.Operations["getPayment"], attempt, attempt)
		if !again || pause <= 0 || pause > time.Minute {
			t.Errorf("attempt %d: %v", attempt, pause)
		}
	}
}

func TestAKeyWhereNoneBelongsIsAMistake(t *testing.T) {
	g := startGateway(t, says(`{}`))
	client, ctx, key := g.client(t, nil), context.Background(), WithIdempotencyKey("of-the-order")
	_, read := client.GetPayment(ctx, "A", key)
	_, verified := client.VerifyPayment(ctx, StoredPayment{"A", 1, "O"}, key)
	_, broken := client.CreatePayment(ctx, testOrder, WithIdempotencyKey("two words"))
	_, empty := client.CreatePayment(ctx, testOrder, WithIdempotencyKey(""))
	for _, err := range []error{read, verified, broken, empty} {
		var misused *ConfigurationError
		if !errors.As(err, &misused) {
			t.Errorf("got %v", err)
		}
	}
	if len(g.bodies) != 0 {
		t.Error("something was sent")
	}
}

func TestWhatIsSentIsWhatWasSaid(t *testing.T) {
	g := startGateway(t, says(`{}`))
	order := testOrder
	order.Description = `<b> & "کتاب" \ufffd ` + "\u2028"
	_, _ = g.client(t, func(o *Options) { o.Retries = NoRetries }).CreatePayment(context.Background(), order)
	var sent Order
	if err := json.Unmarshal([]byte(g.bodies[0]), &sent); err != nil || sent != order {
		t.Errorf("sent %s", g.bodies[0])
	}
	order.Description = "\xd3\xe1\xe3"
	_, err := g.client(t, nil).CreatePayment(context.Background(), order)
	var misused *ConfigurationError
	if !errors.As(err, &misused) || len(g.bodies) != 1 {
		t.Errorf("text of Windows-1256 was sent: %v", err)
	}
}

func TestLargeAnswersAreNotRead(t *testing.T) {
	g := startGateway(t, says(strings.Repeat(" ", 5000)))
	_, err := g.client(t, func(o *Options) { o.MaxAnswerBytes = 4999 }).GetHealth(context.Background())
	var failed *Error
	if !errors.As(err, &failed) || failed.Fault != faultTooLarge {
		t.Errorf("got %v", err)
	}
}

func TestAContextEndsACall(t *testing.T) {
	release := make(chan struct{})
	g := startGateway(t, func(http.ResponseWriter, *http.Request) { <-release })
	defer close(release)
	client := g.client(t, nil)
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	_, err := client.CreatePayment(ctx, testOrder)
	var failed *Error
	if !errors.As(err, &failed) || failed.Code != CodeTimeout || !failed.MayHaveActed || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	done, stop := context.WithCancel(context.Background())
	stop()
	_, err = client.CreatePayment(done, testOrder)
	if !errors.As(err, &failed) || failed.Code != CodeAborted || failed.MayHaveActed || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	g.lock.Lock()
	defer g.lock.Unlock()
	if len(g.bodies) != 1 {
		t.Errorf("%d requests were sent", len(g.bodies))
	}
}

func TestMoneyIsWholeAndHasAUnit(t *testing.T) {
	if rials, err := FromToman(25_000); err != nil || rials != 250_000 || InToman(rials) != "25000" || InToman(15) != "1.5" {
		t.Error(rials, err)
	}
	for _, digits := range []string{"", "-1", "+1", "1.5", "1e3", " 1", "۱", "9007199254740992", "99999999999999999999", "all"} {
		if rials, err := ParseRials(digits); err == nil {
			t.Errorf("%q is %d", digits, rials)
		}
	}
	for _, toman := range []int64{-1, 1 << 60, largestExact} {
		if rials, err := FromToman(toman); err == nil {
			t.Errorf("%d is %d", toman, rials)
		}
	}
	client := startGateway(t, says(`{}`)).client(t, nil)
	order := testOrder
	order.Amount = -1
	var misused *ConfigurationError
	if _, err := client.CreatePayment(context.Background(), order); !errors.As(err, &misused) {
		t.Error(err)
	}
}

func TestTypedNumbersAreThoseOfTheGateway(t *testing.T) {
	for typed, want := range map[string]string{
		"۰۹۱۲ ۳۴۵ ۶۷۸۹": "09123456789", "٠٩١٢-٣٤٥–٦٧٨٩\u200f": "09123456789", "6037\u00a09900": "60379900", "علي كد": "علیکد", "0912x": "0912x",
	} {
		if got := NormalizeTyped(typed); got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
}

func TestEachTransactionComesOnce(t *testing.T) {
	pages := map[string]string{
		"1": `{"authority":"A"},null,{"authority":"B"}`,
		"2": `{"authority":"B"},{"authority":"C"}`,
	}
	g := startGateway(t, func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `{"success":true,"data":{"transactions":[%s],"pagination":{}}}`, pages[r.URL.Query().Get("page")])
	})
	seen := ""
	err := g.client(t, nil).EachTransaction(context.Background(), TransactionQuery{}, func(one generated.TransactionSummary) error {
		seen += one.Authority
		return nil
	})
	if err != nil || seen != "ABC" {
		t.Error(seen, err)
	}
}
