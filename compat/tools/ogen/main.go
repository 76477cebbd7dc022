// One step of a payment by ogen's client.
package main

import (
	"context"
	"fmt"
	"log"
	"net/url"
	"os"
	"strconv"

	gateway "compat/out"
)

type token string

func (t token) BearerToken(context.Context, gateway.OperationName) (gateway.BearerToken, error) {
	return gateway.BearerToken{Token: string(t)}, nil
}

func step(word, authority string) (string, error) {
	amount, err := strconv.ParseInt(os.Getenv("AMOUNT"), 10, 64)
	if err != nil {
		return "", err
	}
	client, err := gateway.NewClient(os.Getenv("SERVER"), token(os.Getenv("TOKEN")))
	if err != nil {
		return "", err
	}
	ctx := context.Background()
	var answer any
	switch word {
	case "create":
		callback, err := url.Parse(os.Getenv("CALLBACK_URL"))
		if err != nil {
			return "", err
		}
		answer, err = client.CreatePayment(ctx, &gateway.PaymentRequest{
			Amount:      gateway.Amount(amount),
			OrderID:     gateway.OrderId(os.Getenv("ORDER_ID")),
			CallbackURL: gateway.CallbackUrl(*callback),
		}, gateway.CreatePaymentParams{IdempotencyKey: gateway.NewOptIdempotencyKey("key-of-the-order")})
		if err != nil {
			return "", err
		}
	case "read":
		answer, err = client.GetPayment(ctx, gateway.GetPaymentParams{Authority: gateway.Authority(authority)})
	default:
		answer, err = client.CreateVerification(ctx, &gateway.VerificationRequest{
			Authority: gateway.Authority(authority),
			Amount:    gateway.Amount(amount),
		}, gateway.CreateVerificationParams{})
	}
	if err != nil {
		return "", err
	}
	switch answer := answer.(type) {
	case *gateway.PaymentCreatedResponseHeaders:
		return "created " + string(answer.Response.Data.Transaction.Authority), nil
	case *gateway.PaymentResponseHeaders:
		payment := answer.Response.Data.Transaction
		return fmt.Sprintf("payment %s %d", payment.Status, payment.Amount), nil
	case *gateway.VerificationCreatedResponseHeaders:
		verification := answer.Response.Data.Verification
		return fmt.Sprintf("verified %s %d", verification.RefID, verification.Amount), nil
	case *gateway.VerificationRefusedHeaders:
		return fmt.Sprint("refused ", answer.Response.Error.Code), nil
	default:
		return "", fmt.Errorf("an answer of the type %T", answer)
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
