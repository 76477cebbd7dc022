// A shop in Go that is asked and answers line by line (client/test/scenarios/protocol.ts), by the public API alone.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"irandargah.com/client/v3"
	"irandargah.com/client/v3/generated"
)

type told map[string]any

type stored struct {
	Authority string      `json:"authority"`
	Amount    json.Number `json:"amount"`
	OrderID   string      `json:"order_id"`
}

type delivery struct {
	Body    []byte      `json:"body"`
	Headers [][2]string `json:"headers"`
	AfterMs int64       `json:"after_ms"`
}

type question struct {
	Do, Name, Client, Environment, Token string
	BaseURL                              string `json:"base_url"`
	SecretKey                            string `json:"secret_key"`
	TimeoutMs                            int64  `json:"timeout_ms"`
	Retries                              int
	Order                                struct {
		Amount      json.Number `json:"amount"`
		OrderID     string      `json:"order_id"`
		CallbackURL string      `json:"callback_url"`
	}
	IdempotencyKey *string `json:"idempotency_key"`
	Payment        stored
	Operation      string
	Input          json.RawMessage
	Method, Query  string
	Stored         *stored
	Body           string
	Headers        [][2]string
	Form           string
	Secrets        []string
	Inbox          string
	Deliveries     []delivery
	LeaseMs        int64 `json:"lease_ms"`
	Handler        struct {
		TakesMs  int64 `json:"takes_ms"`
		Failures int64 `json:"failures"`
	}
	Unit  string
	Value json.RawMessage
}

var (
	ctx     = context.Background()
	clients = map[string]*irandargah.Client{}
	inboxes = map[string]irandargah.WebhookStore{}
)

func failure(e *irandargah.Error) told {
	said := told{"code": e.Code, "may_have_acted": e.MayHaveActed}
	if number, err := strconv.Atoi(string(e.Code)); err == nil {
		said["code"] = number
	}
	optional := told{
		"gateway_code": e.GatewayCode, "http_status": e.HTTPStatus, "persian": e.Persian,
		"request_id": e.RequestID, "idempotency_key": e.IdempotencyKey, "fields": e.Fields,
	}
	for name, value := range optional {
		if !reflect.ValueOf(value).IsZero() {
			said[name] = value
		}
	}
	// Zero is a number as well, where one came.
	if e.Code == irandargah.CodeUnknown {
		said["gateway_code"] = e.GatewayCode
	}
	return said
}

// ended is what is told of an error: a failed call, a refusal, or the developer's own mistake.
func ended(err error) told {
	var call *irandargah.Error
	var callback *irandargah.CallbackError
	var webhook *irandargah.WebhookError
	switch {
	case errors.As(err, &call):
		return told{"outcome": "error", "error": failure(call)}
	case errors.As(err, &callback):
		return told{"outcome": "refused", "reason": callback.Reason}
	case errors.As(err, &webhook):
		return told{"outcome": "refused", "reason": webhook.Reason}
	}
	return told{"outcome": "misuse", "message": err.Error()}
}

func keyed(key *string) []irandargah.CallOption {
	if key == nil {
		return nil
	}
	return []irandargah.CallOption{irandargah.WithIdempotencyKey(*key)}
}

func (s stored) record() irandargah.StoredPayment {
	amount, _ := irandargah.ParseRials(s.Amount.String())
	return irandargah.StoredPayment{Authority: s.Authority, Amount: amount, OrderID: s.OrderID}
}

func makeClient(q question) (told, error) {
	options := irandargah.Options{
		Token: q.Token, SecretKey: q.SecretKey, Environment: q.Environment, BaseURL: q.BaseURL,
		Timeout: time.Duration(q.TimeoutMs) * time.Millisecond, Retries: q.Retries, OnWarning: func(string) {},
	}
	if q.Retries == 0 {
		options.Retries = irandargah.NoRetries
	}
	client, err := irandargah.New(options)
	clients[q.Name] = client
	return told{"outcome": "ready"}, err
}

func create(q question) (told, error) {
	amount, err := irandargah.ParseRials(q.Order.Amount.String())
	if err != nil {
		return nil, err
	}
	order := irandargah.Order{Amount: amount, OrderID: q.Order.OrderID, CallbackURL: q.Order.CallbackURL}
	made, err := clients[q.Client].CreatePayment(ctx, order, keyed(q.IdempotencyKey)...)
	if err != nil {
		return nil, err
	}
	return told{"outcome": "created", "authority": made.Authority, "gateway_url": made.GatewayURL, "idempotency_key": made.IdempotencyKey}, nil
}

func verify(q question) (told, error) {
	result, err := clients[q.Client].VerifyPayment(ctx, q.Payment.record())
	if err != nil {
		return nil, err
	}
	said := told{"outcome": result.Outcome}
	switch result.Outcome {
	case irandargah.Paid:
		said["ref_id"], said["verified_at"], said["already_verified"] = result.RefID, result.VerifiedAt, result.AlreadyVerified
	case irandargah.NotPaid:
		said["reason"], said["final"], said["error"] = result.Reason, result.Final, failure(result.Err)
	default:
		said["error"] = failure(result.Err)
	}
	return said, nil
}

// call calls a method by its operationId: its second argument is the authority, the body or the query, if it has one.
func call(q question) (told, error) {
	method := reflect.ValueOf(clients[q.Client]).MethodByName(strings.ToUpper(q.Operation[:1]) + q.Operation[1:])
	arguments := []reflect.Value{reflect.ValueOf(ctx)}
	if method.Type().NumIn() > 2 {
		input := reflect.New(method.Type().In(1))
		if len(q.Input) > 0 {
			if err := json.Unmarshal(q.Input, input.Interface()); err != nil {
				return nil, err
			}
		}
		arguments = append(arguments, input.Elem())
	}
	for _, option := range keyed(q.IdempotencyKey) {
		arguments = append(arguments, reflect.ValueOf(option))
	}
	results := method.Call(arguments)
	if err, failed := results[1].Interface().(error); failed {
		return nil, err
	}
	return told{"outcome": "ok", "data": results[0].Interface()}, nil
}

func callback(q question) (told, error) {
	request, err := http.NewRequest(q.Method, "https://shop.example/return?"+q.Query, strings.NewReader(q.Body))
	if err != nil {
		return nil, err
	}
	read, err := irandargah.ReadCallback(request, func(context.Context, string) (*irandargah.StoredPayment, error) {
		if q.Stored == nil {
			return nil, nil
		}
		payment := q.Stored.record()
		return &payment, nil
	})
	if err != nil {
		return nil, err
	}
	return told{"outcome": "callback", "claim": read.Claim}, nil
}

// shaped gives the same headers as net/http does, as a raw map of lists, as a map of texts, and as CGI.
func shaped(headers [][2]string, form string) http.Header {
	lists, single := http.Header{}, map[string]string{}
	for _, header := range headers {
		name, value := header[0], header[1]
		switch form {
		case "lower":
			lists.Add(name, value)
		case "lists":
			lists[name] = append(lists[name], value)
		case "cgi":
			single["HTTP_"+strings.ToUpper(strings.ReplaceAll(name, "-", "_"))] = value
		default:
			single[name] = value
		}
	}
	if len(lists) > 0 {
		return lists
	}
	return irandargah.HeadersOf(single)
}

func webhook(q question) (told, error) {
	var body []byte
	if err := json.Unmarshal([]byte(strconv.Quote(q.Body)), &body); err != nil {
		return nil, err
	}
	event, err := irandargah.VerifyWebhook(body, shaped(q.Headers, q.Form), q.Secrets...)
	if err != nil {
		return nil, err
	}
	var data any = event.Data
	if event.Event == "payment.completed" {
		// As a shop reads it; otherwise its bytes are what there is.
		settled := generated.SettledPaymentData{}
		if err := event.Decode(&settled); err != nil {
			return nil, err
		}
		data = settled
	}
	return told{"outcome": "event", "event": event.Event, "id": event.ID, "timestamp": event.Timestamp, "data": data}, nil
}

func deliver(q question) (told, error) {
	store := inboxes[q.Inbox]
	if store == nil {
		store = irandargah.NewMemoryStore()
		inboxes[q.Inbox] = store
	}
	var runs atomic.Int64
	handle := func(context.Context, *irandargah.Event, irandargah.MarkDone) error {
		fails := runs.Add(1) <= q.Handler.Failures
		time.Sleep(time.Duration(q.Handler.TakesMs) * time.Millisecond)
		if fails {
			return errors.New("the database is away")
		}
		return nil
	}
	answers := make([]int, len(q.Deliveries))
	var all sync.WaitGroup
	for at, one := range q.Deliveries {
		all.Add(1)
		go func() {
			defer all.Done()
			// Those of one moment come one after another, as a line would bring them: the first of them is to win.
			time.Sleep(time.Duration(one.AfterMs+int64(at)*10) * time.Millisecond)
			event, err := irandargah.VerifyWebhook(one.Body, shaped(one.Headers, "map"), q.Secrets...)
			if err != nil {
				answers[at] = http.StatusUnauthorized
				return
			}
			lease := time.Duration(q.LeaseMs) * time.Millisecond
			answers[at], _ = irandargah.HandleOnce(ctx, event, store, handle, lease)
		}()
	}
	all.Wait()
	return told{"outcome": "delivered", "answers": answers, "runs": runs.Load()}, nil
}

func money(q question) (told, error) {
	// Whatever is no number has no type that this package takes: its digits are what a form would send.
	rials, err := irandargah.ParseRials(string(q.Value))
	if err == nil && q.Unit == "toman" {
		rials, err = irandargah.FromToman(int64(rials))
	}
	return told{"outcome": "amount", "rials": rials}, err
}

func main() {
	answers := map[string]func(question) (told, error){
		"client": makeClient, "create": create, "verify": verify, "call": call, "callback": callback,
		"webhook": webhook, "deliver": deliver, "money": money,
	}
	lines := bufio.NewReader(os.Stdin)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		var asked question
		if err := json.Unmarshal(line, &asked); err != nil {
			panic(err)
		}
		said, err := answers[asked.Do](asked)
		if err != nil {
			said = ended(err)
		}
		text, err := json.Marshal(said)
		if err != nil {
			panic(err)
		}
		fmt.Println(string(text))
	}
}
