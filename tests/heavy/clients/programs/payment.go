// A payment and its verification with the generated client, an answer with a forged signature, and a webhook.
package main

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	irandargah "irandargah.com/client"
	"irandargah.com/signing"
)

func clientFor(token, key string) *irandargah.Client {
	return irandargah.New(irandargah.Config{
		ServerURL:      os.Getenv("SERVER"),
		HTTPClient:     &http.Client{Transport: &signing.Transport{SecretKey: os.Getenv("SECRET_KEY")}},
		Auth:           irandargah.Auth{Bearer: func() string { return token }},
		IdempotencyKey: func() string { return key },
	})
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func main() {
	ctx := context.Background()
	description := "کتاب «شاهنامه» \"جلد ۱\"، C:\\books\nنسخهٔ نفیس 📚"
	order := irandargah.PaymentRequest{
		Amount:      4000000000,
		OrderId:     "ORDER-12345",
		CallbackUrl: "https://yoursite.com/callback",
		Description: &description,
	}

	payment, err := clientFor(os.Getenv("TOKEN"), "key-of-the-order").CreatePayment(ctx, order)
	must(err)
	fmt.Println("payment", payment.Data.Transaction.Authority)
	verification, err := clientFor(os.Getenv("TOKEN"), "key-of-the-verification").CreateVerification(ctx,
		irandargah.VerificationRequest{Authority: payment.Data.Transaction.Authority, Amount: 4000000000})
	must(err)
	fmt.Println("verification", verification.Data.Verification.RefId)

	_, err = clientFor(os.Getenv("FORGED_TOKEN"), "key-of-the-order").CreatePayment(ctx, order)
	var refused *signing.RefusedError
	if errors.As(err, &refused) {
		fmt.Println("forged answer", refused.Reason)
	} else {
		fmt.Println("forged answer believed", err)
	}

	var headers map[string]string
	must(json.Unmarshal([]byte(os.Getenv("WEBHOOK_HEADERS")), &headers))
	header := http.Header{}
	for name, value := range headers {
		header.Set(name, value)
	}
	body, err := base64.StdEncoding.DecodeString(os.Getenv("WEBHOOK_BODY"))
	must(err)
	event, err := signing.VerifyWebhook(os.Getenv("WEBHOOK_SECRET"), body, header, time.Now())
	must(err)
	var data irandargah.SettledPaymentData
	must(json.Unmarshal(event.Data, &data))
	fmt.Println("webhook", event.Event, data.Authority)
}
