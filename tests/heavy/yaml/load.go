// Loads a YAML file with yaml.v3 and prints it as JSON; a value that JSON has not is an error.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"gopkg.in/yaml.v3"
)

func check(value any, place string) {
	switch known := value.(type) {
	case map[string]any:
		for key, item := range known {
			check(item, place+"."+key)
		}
	case []any:
		for index, item := range known {
			check(item, fmt.Sprintf("%s[%d]", place, index))
		}
	case nil, string, int, int64, float64, bool:
	default:
		panic(fmt.Sprintf("%s is a %T", place, value))
	}
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	var document any
	if err := yaml.Unmarshal(text, &document); err != nil {
		panic(err)
	}
	check(document, "$")
	if err := json.NewEncoder(os.Stdout).Encode(document); err != nil {
		panic(err)
	}
}
