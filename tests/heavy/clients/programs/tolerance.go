// Makes every call of CASES with the client, and prints in one line what a shop reads of each answer.
package main

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"

	"irandargah.com/client/v3"
	"irandargah.com/client/v3/generated"
)

const authority = "2025100121424146HC"

func call(operation string, client *irandargah.Client) ([]any, error) {
	ctx := context.Background()
	switch operation {
	case "createPayment":
		order := irandargah.Order{Amount: 100000, OrderID: "ORDER-12345", CallbackURL: "https://shop.example/"}
		payment, err := client.CreatePayment(ctx, order)
		if err != nil {
			return nil, err
		}
		return []any{payment.Authority, payment.GatewayURL}, nil
	case "getPayment":
		answer, err := client.GetPayment(ctx, authority)
		if err != nil {
			return nil, err
		}
		return []any{answer.Transaction.Authority, answer.Transaction.Status, answer.Transaction.Amount}, nil
	case "createVerification":
		answer, err := client.CreateVerification(ctx, generated.VerificationRequest{Authority: authority, Amount: 100000})
		if err != nil {
			return nil, err
		}
		said := answer.Verification
		return []any{said.RefID, said.Authority, said.Amount, said.VerifiedAt, answer.Meta.ProcessingTimeMs}, nil
	case "getVerification":
		answer, err := client.GetVerification(ctx, authority)
		if err != nil {
			return nil, err
		}
		said := answer.Verification
		return []any{said.RefID, said.Authority, said.Amount, said.VerifiedAt}, nil
	case "listTransactions":
		answer, err := client.ListTransactions(ctx, irandargah.TransactionQuery{})
		if err != nil {
			return nil, err
		}
		statuses := []string{}
		for _, transaction := range answer.Transactions {
			statuses = append(statuses, string(transaction.Status))
		}
		return []any{len(statuses), strings.Join(statuses, ","), answer.Pagination.Total}, nil
	case "listWebhookEvents":
		answer, err := client.ListWebhookEvents(ctx)
		if err != nil {
			return nil, err
		}
		return []any{answer.Events["payment.disputed"]}, nil
	default:
		events := []generated.WebhookEventType{generated.WebhookEventTypePaymentCompleted}
		answer, err := client.SubscribeWebhook(ctx, irandargah.WebhookSubscription{URL: "https://shop.example/", Events: events})
		if err != nil {
			return nil, err
		}
		names := []string{}
		for _, event := range answer.Webhook.Events {
			names = append(names, string(event))
		}
		return []any{answer.Webhook.ID, strings.Join(names, ",")}, nil
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
	event, err := irandargah.VerifyWebhook(text, irandargah.HeadersOf(values), os.Getenv("WEBHOOK_SECRET"))
	if err != nil {
		return nil, err
	}
	var data generated.SettledPaymentData
	err = event.Decode(&data)
	return []any{event.Name, data.Authority, data.Amount}, err
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
	var failed *irandargah.Error
	switch {
	case errors.As(err, &failed) && failed.GatewayCode != 0:
		return fmt.Sprintf("error %d %d %s", failed.HTTPStatus, failed.GatewayCode, failed.Type)
	case failed != nil && failed.Code == irandargah.CodeUnreadable:
		return fmt.Sprintf("error %d - -", failed.HTTPStatus)
	case failed != nil:
		return fmt.Sprint("refused ", failed.Code)
	case err != nil:
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
		client, err := irandargah.New(irandargah.Options{
			Token:       parts[1],
			Environment: irandargah.Sandbox,
			BaseURL:     os.Getenv("SERVER"),
			Retries:     irandargah.NoRetries,
		})
		if err != nil {
			panic(err)
		}
		fmt.Println(outcome(call(parts[0], client)))
	}
}
