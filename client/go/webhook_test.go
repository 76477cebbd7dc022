package irandargah

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"irandargah.com/client/v3/generated"
)

// delivered is a webhook that was signed right now.
func delivered(data string) *http.Request {
	signature := hmacOf(testSecret, []byte(data))
	body := `{"event":"payment.completed","data":` + data + `}`
	r := httptest.NewRequest(http.MethodPost, "/webhook", strings.NewReader(body))
	r.Header.Set(generated.SigningWebhookSignatureHeader, signature)
	r.Header.Set(generated.SigningWebhookTimestampHeader, fmt.Sprint(time.Now().Unix()))
	r.Header.Set(generated.HeadersWebhookEvent, "payment.completed")
	r.Header.Set(generated.HeadersWebhookID, "event-1")
	return r
}

const settled = `{"authority":"A1","amount":250000.0,"order_id":"O","ref_code":"R","pan":"6037","verified_at":"1404-06-29 10:35:00"}`

func TestTheHandlerAnswersAsTheGatewayNeedsIt(t *testing.T) {
	var runs atomic.Int64
	works := func(context.Context, *Event, MarkDone) error { runs.Add(1); return nil }
	fails := func(context.Context, *Event, MarkDone) error { return errors.New("the database is away") }
	running := NewMemoryStore()
	_, _ = running.Claim(context.Background(), "payment.completed:"+hmacOf(testSecret, []byte(settled)), "another", time.Hour)
	forged := delivered(settled)
	forged.Header.Set(generated.SigningWebhookSignatureHeader, strings.Repeat("0", 64))
	consumed := delivered(settled)
	_ = bodyOf(consumed)
	empty := delivered(settled)
	empty.Body, empty.ContentLength = http.NoBody, 0
	for name, one := range map[string]struct {
		handler WebhookHandler
		request *http.Request
		status  int
	}{
		"done":            {WebhookHandler{Store: NewMemoryStore(), Handle: works, Secrets: []string{"old", testSecret}}, delivered(settled), 200},
		"not yet":         {WebhookHandler{Store: running, Handle: works, Secrets: []string{testSecret}}, delivered(settled), 503},
		"forged":          {WebhookHandler{Store: NewMemoryStore(), Handle: works, Secrets: []string{testSecret}}, forged, 401},
		"no body":         {WebhookHandler{Store: NewMemoryStore(), Handle: works, Secrets: []string{testSecret}}, empty, 401},
		"read before":     {WebhookHandler{Store: NewMemoryStore(), Handle: works, Secrets: []string{testSecret}}, consumed, 500},
		"too large":       {WebhookHandler{Store: NewMemoryStore(), Handle: works, Secrets: []string{testSecret}, MaxBodyBytes: 9}, delivered(settled), 401},
		"failed":          {WebhookHandler{Store: NewMemoryStore(), Handle: fails, Secrets: []string{testSecret}}, delivered(settled), 500},
		"without secrets": {WebhookHandler{Store: NewMemoryStore(), Handle: works}, delivered(settled), 500},
		"without a store": {WebhookHandler{Handle: works, Secrets: []string{testSecret}}, delivered(settled), 500},
		"by GET":          {WebhookHandler{}, httptest.NewRequest(http.MethodGet, "/webhook", nil), 405},
	} {
		t.Run(name, func(t *testing.T) {
			one.handler.OnError = func(error) {}
			answer := httptest.NewRecorder()
			one.handler.ServeHTTP(answer, one.request)
			if answer.Code != one.status {
				t.Errorf("answered %d, want %d", answer.Code, one.status)
			}
		})
	}
	if runs.Load() != 1 {
		t.Errorf("the handler ran %d times", runs.Load())
	}
}

func TestAnEventIsReadAsTolerantlyAsAnAnswer(t *testing.T) {
	r := delivered(settled)
	event, err := VerifyWebhook(bodyOf(r), r.Header, testSecret)
	if err != nil {
		t.Fatal(err)
	}
	var data generated.SettledPaymentData
	if err := event.Decode(&data); err != nil || data.Amount != 250_000 || event.Authority() != "A1" || data.PAN != "6037" {
		t.Error(data.Amount, err)
	}
	if event.Decode(data) == nil || event.Decode(nil) == nil {
		t.Error("decoded into what is no pointer")
	}
}

func bodyOf(r *http.Request) []byte {
	var body bytes.Buffer
	_, _ = body.ReadFrom(r.Body)
	return body.Bytes()
}

func TestAHeaderInTwoSpellingsIsRefused(t *testing.T) {
	for _, spelling := range []string{"x-webhook-id", "X-WEBHOOK-ID", "HTTP_X_WEBHOOK_ID"} {
		r := delivered(settled)
		r.Header[spelling] = []string{"event-2"}
		_, err := VerifyWebhook(bodyOf(r), r.Header, testSecret)
		var refused *WebhookError
		if !errors.As(err, &refused) || refused.Reason != "header_doubled" {
			t.Errorf("%s: %v", spelling, err)
		}
	}
}

func TestAPanicGivesTheEventBack(t *testing.T) {
	store, event := NewMemoryStore(), &Event{Fingerprint: "f"}
	func() {
		defer func() { _ = recover() }()
		_, _ = HandleOnce(context.Background(), event, store, func(context.Context, *Event, MarkDone) error { panic("lost") }, 0)
	}()
	status, err := HandleOnce(context.Background(), event, store, func(context.Context, *Event, MarkDone) error { return nil }, 0)
	if status != 200 || err != nil {
		t.Error(status, err)
	}
}

func TestAnEventIsDoneAlthoughTheGatewayHungUp(t *testing.T) {
	store, event := NewMemoryStore(), &Event{Fingerprint: "f"}
	ctx, hangUp := context.WithCancel(context.Background())
	status, err := HandleOnce(ctx, event, store, func(context.Context, *Event, MarkDone) error { hangUp(); return nil }, 0)
	if status != 200 || err != nil {
		t.Error(status, err)
	}
}

func TestTheMemoryKeepsTheNewest(t *testing.T) {
	store := NewMemoryStore().(*memoryStore)
	store.capacity = 2
	ctx := context.Background()
	for _, fingerprint := range []string{"a", "b", "c"} {
		if claim, _ := store.Claim(ctx, fingerprint, "o", time.Hour); claim != Claimed {
			t.Fatal(claim)
		}
		_, _ = store.Finish(ctx, fingerprint, "o", nil)
	}
	first, _ := store.Claim(ctx, "c", "p", time.Hour)
	forgotten, _ := store.Claim(ctx, "a", "p", time.Hour)
	if first != Done || forgotten != Claimed {
		t.Error(first, forgotten)
	}
}

func TestACallbackIsReadFromWhateverIsLeftOfTheRequest(t *testing.T) {
	form := url.Values{"authority": {"A1"}, "status_code": {"201"}, "amount": {"250000"}, "order_id": {"O"}, "message": {"پیام"}}
	lookup := func(context.Context, string) (*StoredPayment, error) { return &StoredPayment{"A1", 250_000, "O"}, nil }
	post := func(text string) *http.Request {
		r := httptest.NewRequest(http.MethodPost, "/return?authority=B", strings.NewReader(text))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		return r
	}
	parsed := post(form.Encode())
	if err := parsed.ParseForm(); err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]*http.Request{
		"GET": httptest.NewRequest(http.MethodGet, "/return?"+form.Encode(), nil), "POST": post(form.Encode()), "parsed": parsed,
	} {
		read, err := ReadCallback(r, lookup)
		if err != nil || read.Claim != ClaimAwaitingVerification || read.Unproven.Message != "پیام" {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, loose := range []string{"100%", "%", "5%2", "%zz"} {
		read, err := ParseCallback(context.Background(), http.MethodPost, "",
			"authority=A1&status_code=201&amount=250000&order%5Fid=O&message="+loose, lookup)
		if err != nil || read.Unproven.Message != loose {
			t.Errorf("%s: %v", loose, err)
		}
	}
	doubled := post(form.Encode() + "&%61mount=1")
	_ = doubled.ParseForm()
	for name, one := range map[string]struct {
		request *http.Request
		reason  string
	}{
		"doubled":  {doubled, "doubled_field"},
		"too long": {post(form.Encode() + "&x=" + strings.Repeat("x", callbackLimit)), "malformed"},
		"broken":   {post("authority=%zz"), "malformed"},
	} {
		_, err := ReadCallback(one.request, lookup)
		var refused *CallbackError
		if !errors.As(err, &refused) || refused.Reason != one.reason {
			t.Errorf("%s: %v", name, err)
		}
	}
	consumed := post(form.Encode())
	_ = bodyOf(consumed)
	_, err := ReadCallback(consumed, lookup)
	var misused *ConfigurationError
	if !errors.As(err, &misused) {
		t.Error(err)
	}
	away := errors.New("the database is away")
	_, err = ReadCallback(post(form.Encode()), func(context.Context, string) (*StoredPayment, error) { return nil, away })
	if !errors.Is(err, away) {
		t.Error(err)
	}
}
