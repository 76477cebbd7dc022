package irandargah

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"irandargah.com/client/v3/generated"
)

// Whatever an answer says, it is read without a panic, and no verification counts without this authority, this amount,
// a reference and a time.
func FuzzNoAnswerPaysWithoutAProof(f *testing.F) {
	for _, text := range []string{
		`{"success":true,"data":{"verification":{"authority":"A1","amount":1000,"ref_id":"R1","verified_at":"1404-01-01"}}}`,
		`{"success":true,"data":{"verification":{"authority":"A1","amount":"1000","ref_id":1,"verified_at":null}},"meta":[]}`,
		`{"success":false,"error":{"code":"-21","type":1,"details":{"validation":{"a":[1]},"reason":[]}},"status_code":-2}`,
	} {
		f.Add([]byte(text), 200, "1")
	}
	client, err := New(Options{Token: testToken, Environment: Sandbox})
	if err != nil {
		f.Fatal(err)
	}
	amount := int64(1000)
	f.Fuzz(func(t *testing.T, text []byte, status int, after string) {
		header := http.Header{generated.HeadersRetryAfter: {after}, generated.HeadersRateLimitReset: {after}}
		for name := range generated.Operations {
			asked := &question{operation: generated.Operations[name], authority: "A1", amount: &amount}
			data, failure := client.read(asked, &rawAnswer{status, header, text})
			if failure != nil && (failure.Error() == "" || failure.RetryAfter < 0) {
				t.Errorf("%+v", failure)
			}
			if failure != nil || name != "createVerification" {
				continue
			}
			said := data.object("verification")
			came, _ := wholeNumber(said["amount"])
			if _, proven := proofOf(said); !proven || said["authority"] != "A1" || came != amount {
				t.Errorf("paid by %s", text)
			}
		}
	})
}

// Whatever a rightly signed body says, it is refused with a reason, or its data are JSON that is read without a panic.
func FuzzWebhooksAreReadOrRefused(f *testing.F) {
	f.Add(settled, "payment.completed")
	f.Add(`{"a":1e400}`, "payment.failed")
	f.Add(`{"status":{},"amount":"1","a":[{"b":"\ud83d\ude00"}]}`, "")
	f.Fuzz(func(t *testing.T, data, name string) {
		header := http.Header{
			generated.SigningWebhookSignatureHeader: {hmacOf(testSecret, []byte(data))},
			generated.SigningWebhookTimestampHeader: {fmt.Sprint(time.Now().Unix())},
			generated.HeadersWebhookEvent:           {name},
			generated.HeadersWebhookID:              {"event-1"},
		}
		quoted, _ := json.Marshal(name)
		body := `{"event":` + string(quoted) + `,"data":` + data + `}`
		event, err := VerifyWebhook([]byte(body), header, testSecret)
		var refused *WebhookError
		if err != nil && !errors.As(err, &refused) {
			t.Error(err)
		}
		if err != nil {
			return
		}
		var settledData generated.SettledPaymentData
		if !json.Valid(event.Data) || event.Decode(&settledData) != nil {
			t.Errorf("handed on %s", event.Data)
		}
		_ = event.Authority()
	})
}

// Whatever a callback says, only the record's own amount and order get through.
func FuzzCallbacksFitTheRecordOrAreRefused(f *testing.F) {
	f.Add("authority=A1&amount=1000&order_id=O&status_code=201")
	f.Add("authority=A1&amount=01000&order_id=O&status_code=-0&%zz=%&amount")
	f.Fuzz(func(t *testing.T, body string) {
		lookup := func(_ context.Context, authority string) (*StoredPayment, error) {
			return &StoredPayment{authority, 1000, "O"}, nil
		}
		callback, err := ParseCallback(context.Background(), http.MethodPost, "", body, lookup)
		var refused *CallbackError
		if err != nil && !errors.As(err, &refused) {
			t.Error(err)
		}
		if err == nil && (!strings.Contains(body, "1000") && !strings.Contains(body, "%") || callback.Claim == "") {
			t.Errorf("let %q through", body)
		}
	})
}
