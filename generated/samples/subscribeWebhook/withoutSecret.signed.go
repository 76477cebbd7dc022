package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"
)

func main() {
	body, err := json.Marshal(map[string]any{
		"url": "https://merchant.com/webhook",
		"events": []any{
			"payment.completed",
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	timestamp := strconv.FormatInt(time.Now().Unix(), 10)
	mac := hmac.New(sha256.New, []byte(os.Getenv("IRANDARGAH_SECRET_KEY")))
	mac.Write([]byte("POST:webhooks/subscribe:" + string(body) + ":" + timestamp))
	signature := hex.EncodeToString(mac.Sum(nil))

	request, err := http.NewRequest("POST", "https://sandbox.irandargah.com/v2/webhooks/subscribe", bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("IRANDARGAH_TOKEN"))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("X-Timestamp", timestamp)
	request.Header.Set("X-Signature", signature)

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
