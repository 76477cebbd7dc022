// One step of a payment with the client, as the argument says: create, verify AUTHORITY, or webhook.
package main

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"

	"irandargah.com/client/v3"
	"irandargah.com/client/v3/generated"
)

func must(err error) {
	var call *irandargah.Error
	var webhook *irandargah.WebhookError
	switch {
	case errors.As(err, &webhook):
		fmt.Println("refused", webhook.Reason)
		os.Exit(0)
	case errors.As(err, &call) && call.Code == irandargah.CodeUntrusted:
		fmt.Println("refused", call.Fault)
		os.Exit(0)
	case err != nil:
		log.Fatal(err)
	}
}

func create(ctx context.Context, gateway *irandargah.Client, amount irandargah.Rials) {
	payment, err := gateway.CreatePayment(ctx, irandargah.Order{
		Amount:      amount,
		OrderID:     "ORDER-12345",
		CallbackURL: "https://yoursite.com/callback",
		Description: "کتاب «شاهنامه» \"جلد ۱\"، C:\\books\nنسخهٔ نفیس 📚",
	}, irandargah.WithIdempotencyKey("key-of-the-order"))
	must(err)
	fmt.Println("payment", payment.Authority)
}

func verify(ctx context.Context, gateway *irandargah.Client, authority string, amount irandargah.Rials) {
	request := generated.VerificationRequest{Authority: authority, Amount: amount}
	verified, err := gateway.CreateVerification(ctx, request, irandargah.WithIdempotencyKey("key-of-the-verification"))
	must(err)
	fmt.Println("verification", verified.Verification.RefID)
}

func webhook() {
	var headers map[string]string
	must(json.Unmarshal([]byte(os.Getenv("WEBHOOK_HEADERS")), &headers))
	body, err := base64.StdEncoding.DecodeString(os.Getenv("WEBHOOK_BODY"))
	must(err)
	event, err := irandargah.VerifyWebhook(body, irandargah.HeadersOf(headers), os.Getenv("WEBHOOK_SECRET"))
	must(err)
	fmt.Println("webhook", event.Event, event.Authority())
}

func main() {
	ctx := context.Background()
	amount, err := irandargah.ParseRials(os.Getenv("AMOUNT"))
	if os.Args[1] != "webhook" {
		must(err)
	}
	gateway, err := irandargah.New(irandargah.Options{
		Token:       os.Getenv("TOKEN"),
		SecretKey:   os.Getenv("SECRET_KEY"),
		Environment: irandargah.Sandbox,
		BaseURL:     os.Getenv("SERVER"),
		// The tests count the requests.
		Retries: irandargah.NoRetries,
	})
	must(err)
	switch os.Args[1] {
	case "create":
		create(ctx, gateway, amount)
	case "verify":
		verify(ctx, gateway, os.Args[2], amount)
	case "webhook":
		webhook()
	default:
		log.Fatal("There is no step ", os.Args[1])
	}
}
