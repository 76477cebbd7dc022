// One step of a payment by openapi-generator's Go client.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"strconv"

	openapi "compat/out"
)

func step(word, authority string) (string, error) {
	amount, err := strconv.ParseInt(os.Getenv("AMOUNT"), 10, 64)
	if err != nil {
		return "", err
	}
	configuration := openapi.NewConfiguration()
	configuration.Servers = openapi.ServerConfigurations{{URL: os.Getenv("SERVER")}}
	client := openapi.NewAPIClient(configuration)
	ctx := context.WithValue(context.Background(), openapi.ContextAccessToken, os.Getenv("TOKEN"))
	switch word {
	case "create":
		order := openapi.NewPaymentRequest(amount, os.Getenv("ORDER_ID"), os.Getenv("CALLBACK_URL"))
		created, _, err := client.PaymentsAPI.CreatePayment(ctx).
			IdempotencyKey("key-of-the-order").PaymentRequest(*order).Execute()
		if err != nil {
			return "", err
		}
		return "created " + created.Data.Transaction.Authority, nil
	case "read":
		answer, _, err := client.PaymentsAPI.GetPayment(ctx, authority).Execute()
		if err != nil {
			return "", err
		}
		payment := answer.Data.Transaction
		return fmt.Sprintf("payment %s %d", payment.Status, payment.Amount), nil
	default:
		request := openapi.NewVerificationRequest(authority, amount)
		answer, _, err := client.VerificationsAPI.CreateVerification(ctx).VerificationRequest(*request).Execute()
		if err != nil {
			return "", err
		}
		verification := answer.Data.Verification
		return fmt.Sprintf("verified %s %d", verification.RefId, verification.Amount), nil
	}
}

func main() {
	word, authority := os.Args[1], ""
	if len(os.Args) > 2 {
		authority = os.Args[2]
	}
	line, err := step(word, authority)
	var failure *openapi.GenericOpenAPIError
	if errors.As(err, &failure) {
		answer, known := failure.Model().(openapi.ErrorResponse)
		if !known {
			log.Fatal(err, string(failure.Body()))
		}
		line = fmt.Sprint("refused ", answer.Error.Code)
	} else if err != nil {
		log.Fatal(err)
	}
	fmt.Println(line)
}
