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
		"method":   "POST",
		"endpoint": "payments",
		"data": map[string]any{
			"amount":       int64(100000),
			"callback_url": "https://yoursite.com/callback",
			"order_id":     "ORDER-12345",
		},
	})
	if err != nil {
		log.Fatal(err)
	}

	request, err := http.NewRequest("POST", "https://sandbox.irandargah.com/api/prepare-request", bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("IRANDARGAH_TOKEN"))
	request.Header.Set("Content-Type", "application/json")

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
