package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"
)

func main() {
	timestamp := strconv.FormatInt(time.Now().Unix(), 10)
	mac := hmac.New(sha256.New, []byte(os.Getenv("IRANDARGAH_SECRET_KEY")))
	mac.Write([]byte("GET:payments/2025100121424146HC::" + timestamp))
	signature := hex.EncodeToString(mac.Sum(nil))

	request, err := http.NewRequest("GET", "https://sandbox.irandargah.com/v2/payments/2025100121424146HC", nil)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("IRANDARGAH_TOKEN"))
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
