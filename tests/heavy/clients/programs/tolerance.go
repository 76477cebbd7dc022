// Makes every call of CASES with the generated client, and prints in one line what a shop reads of each answer.
package main

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"reflect"
	"strings"
	"time"

	irandargah "irandargah.com/client"
	"irandargah.com/signing"
)

const authority = "2025100121424146HC"

func call(operation string, client *irandargah.Client) ([]any, error) {
	ctx := context.Background()
	switch operation {
	case "createPayment":
		order := irandargah.PaymentRequest{Amount: 100000, OrderId: "ORDER-12345", CallbackUrl: "https://shop.example/"}
		answer, err := client.CreatePayment(ctx, order)
		transaction := answer.Data.Transaction
		return []any{transaction.Authority, transaction.GatewayUrl}, err
	case "getPayment":
		answer, err := client.GetPayment(ctx, authority)
		transaction := answer.Data.Transaction
		return []any{transaction.Authority, transaction.Status, transaction.Amount}, err
	case "createVerification":
		request := irandargah.VerificationRequest{Authority: authority, Amount: 100000}
		answer, err := client.CreateVerification(ctx, request)
		verification := answer.Data.Verification
		time := answer.Data.Meta.ProcessingTimeMs
		return []any{verification.RefId, verification.Authority, verification.Amount, verification.VerifiedAt, time}, err
	case "getVerification":
		answer, err := client.GetVerification(ctx, authority)
		verification := answer.Data.Verification
		return []any{verification.RefId, verification.Authority, verification.Amount, verification.VerifiedAt}, err
	case "listTransactions":
		answer, err := client.ListTransactions(ctx, nil)
		statuses := []string{}
		for _, transaction := range answer.Data.Transactions {
			statuses = append(statuses, transaction.Status)
		}
		return []any{len(statuses), strings.Join(statuses, ","), answer.Data.Pagination.Total}, err
	case "listWebhookEvents":
		answer, err := client.ListWebhookEvents(ctx)
		return []any{answer.Data.Events["payment.disputed"]}, err
	default:
		events := []irandargah.WebhookEventType{irandargah.WebhookEventTypePaymentCompleted}
		subscription := irandargah.WebhookSubscriptionRequest{Url: "https://shop.example/", Events: events}
		answer, err := client.SubscribeWebhook(ctx, subscription)
		return []any{answer.Data.Webhook.Id, strings.Join(answer.Data.Webhook.Events, ",")}, err
	}
}

func receive(body, headers string) ([]any, error) {
	text, err := base64.StdEncoding.DecodeString(body)
	if err != nil {
		return nil, err
	}
	names, err := base64.StdEncoding.DecodeString(headers)
	if err != nil {
		return nil, err
	}
	var values map[string]string
	if err := json.Unmarshal(names, &values); err != nil {
		return nil, err
	}
	header := http.Header{}
	for name, value := range values {
		header.Set(name, value)
	}
	event, err := signing.VerifyWebhook(os.Getenv("WEBHOOK_SECRET"), text, header, time.Now())
	if err != nil {
		return nil, err
	}
	var data irandargah.SettledPaymentData
	err = irandargah.Decode(event.Data, &data)
	return []any{event.Event, data.Authority, data.Amount}, err
}

// shown prints a value; what is empty, zero or nil has none.
func shown(value any) string {
	found := reflect.ValueOf(value)
	if found.Kind() == reflect.Pointer && !found.IsNil() {
		found = found.Elem()
	}
	if found.IsZero() {
		return "-"
	}
	return fmt.Sprint(found.Interface())
}

func outcome(values []any, err error) string {
	var refused *irandargah.APIError
	if errors.As(err, &refused) {
		answer := refused.Answer()
		if answer == nil {
			answer = &irandargah.ErrorResponse{}
		}
		return fmt.Sprintf("error %d %s %s", refused.Status, shown(answer.Error.Code), shown(answer.Error.Type_))
	}
	if err != nil {
		return fmt.Sprintf("threw %T: %v", err, err)
	}
	words := []string{}
	for _, value := range values {
		words = append(words, shown(value))
	}
	return strings.Join(words, " ")
}

func main() {
	for _, line := range strings.Split(os.Getenv("CASES"), "\n") {
		parts := strings.Split(line, "\t")
		if parts[0] == "delivery" {
			fmt.Println(outcome(receive(parts[2], parts[3])))
			continue
		}
		client := irandargah.New(irandargah.Config{
			ServerURL: os.Getenv("SERVER"),
			Auth:      irandargah.Auth{Bearer: func() string { return parts[1] }},
		})
		fmt.Println(outcome(call(parts[0], client)))
	}
}
