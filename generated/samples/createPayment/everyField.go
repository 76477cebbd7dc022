package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

func main() {
	body, err := json.Marshal(map[string]any{
		"amount":         int64(4000000000),
		"order_id":       "ORDER-12345_b",
		"callback_url":   "https://merchant.com/callback?shop=1&lang=fa",
		"description":    "کتاب «شاهنامه» \"جلد ۱\"، it's C:\\books\nنسخهٔ نفیس 📚",
		"mobile":         "+989123456789",
		"card_number":    "603799******1234",
		"action":         "GET",
		"affiliate_code": "AB12cd",
		"direct_verify":  false,
	})
	if err != nil {
		log.Fatal(err)
	}

	request, err := http.NewRequest("POST", "https://sandbox.irandargah.com/v2/payments", bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("IRANDARGAH_TOKEN"))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Idempotency-Key", "unique-key-123")

	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(response.StatusCode, string(answer))
}
