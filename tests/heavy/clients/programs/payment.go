// One step of a payment with the generated client, as the argument says: create, verify AUTHORITY, or webhook.
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
	"strconv"
	"time"

	irandargah "irandargah.com/client"
	"irandargah.com/signing"
)

func clientWith(idempotencyKey string) *irandargah.Client {
	return irandargah.New(irandargah.Config{
		ServerURL:      os.Getenv("SERVER"),
		HTTPClient:     &http.Client{Transport: &signing.Transport{SecretKey: os.Getenv("SECRET_KEY")}},
		Auth:           irandargah.Auth{Bearer: func() string { return os.Getenv("TOKEN") }},
		IdempotencyKey: func() string { return idempotencyKey },
	})
}

func must(err error) {
	var refused *signing.RefusedError
	if errors.As(err, &refused) {
		fmt.Println("refused", refused.Reason)
		os.Exit(0)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func create(amount int64) {
	description := "کتاب «شاهنامه» \"جلد ۱\"، C:\\books\nنسخهٔ نفیس 📚"
	order := irandargah.PaymentRequest{
		Amount:      amount,
		OrderId:     "ORDER-12345",
		CallbackUrl: "https://yoursite.com/callback",
		Description: &description,
	}
	payment, err := clientWith("key-of-the-order").CreatePayment(context.Background(), order)
	must(err)
	fmt.Println("payment", payment.Data.Transaction.Authority)
}

func verify(authority string, amount int64) {
	verification, err := clientWith("key-of-the-verification").CreateVerification(context.Background(),
		irandargah.VerificationRequest{Authority: authority, Amount: amount})
	must(err)
	fmt.Println("verification", verification.Data.Verification.RefId)
}

func webhook() {
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
	var data struct{ Authority string }
	must(json.Unmarshal(event.Data, &data))
	fmt.Println("webhook", event.Event, data.Authority)
}

func main() {
	amount, err := strconv.ParseInt(os.Getenv("AMOUNT"), 10, 64)
	must(err)
	switch os.Args[1] {
	case "create":
		create(amount)
	case "verify":
		verify(os.Args[2], amount)
	case "webhook":
		webhook()
	default:
		log.Fatal("There is no step ", os.Args[1])
	}
}
