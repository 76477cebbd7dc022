// One step of a payment by oapi-codegen's client.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"

	gateway "compat/out"
)

func withToken(_ context.Context, request *http.Request) error {
	request.Header.Set("Authorization", "Bearer "+os.Getenv("TOKEN"))
	return nil
}

func step(word, authority string) (string, error) {
	amount, err := strconv.ParseInt(os.Getenv("AMOUNT"), 10, 64)
	if err != nil {
		return "", err
	}
	client, err := gateway.NewClientWithResponses(os.Getenv("SERVER"), gateway.WithRequestEditorFn(withToken))
	if err != nil {
		return "", err
	}
	ctx := context.Background()
	switch word {
	case "create":
		key := "key-of-the-order"
		order := gateway.PaymentRequest{
			Amount:      amount,
			OrderId:     os.Getenv("ORDER_ID"),
			CallbackUrl: os.Getenv("CALLBACK_URL"),
		}
		answer, err := client.CreatePaymentWithResponse(ctx, &gateway.CreatePaymentParams{IdempotencyKey: &key}, order)
		if err != nil || answer.JSON200 == nil {
			return "", fmt.Errorf("%w: %s", err, answer.Body)
		}
		return "created " + answer.JSON200.Data.Transaction.Authority, nil
	case "read":
		answer, err := client.GetPaymentWithResponse(ctx, authority, nil)
		if err != nil || answer.JSON200 == nil {
			return "", fmt.Errorf("%w: %s", err, answer.Body)
		}
		payment := answer.JSON200.Data.Transaction
		return fmt.Sprintf("payment %s %d", payment.Status, payment.Amount), nil
	default:
		request := gateway.VerificationRequest{Authority: authority, Amount: amount}
		answer, err := client.CreateVerificationWithResponse(ctx, nil, request)
		if err != nil {
			return "", err
		}
		if answer.JSON400 != nil {
			return fmt.Sprint("refused ", answer.JSON400.Error.Code), nil
		}
		if answer.JSON200 == nil {
			return "", fmt.Errorf("%s", answer.Body)
		}
		verification := answer.JSON200.Data.Verification
		return fmt.Sprintf("verified %s %d", verification.RefId, verification.Amount), nil
	}
}

func main() {
	word, authority := os.Args[1], ""
	if len(os.Args) > 2 {
		authority = os.Args[2]
	}
	line, err := step(word, authority)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(line)
}
