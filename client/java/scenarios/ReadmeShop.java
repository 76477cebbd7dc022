import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.irandargah.Rials;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Runs the shop of the README as a test asks: a line of JSON for a line of JSON. */
public final class ReadmeShop {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] arguments) throws IOException {
        Shop shop = new Shop();
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            System.out.println(JSON.writeValueAsString(told(shop, JSON.readTree(line))));
        }
        System.exit(0);
    }

    private static Object told(Shop shop, JsonNode ask) throws IOException {
        switch (ask.get("do").asText()) {
            case "start":
                return shop.startPayment(ask.get("order_id").asText(), Rials.of(ask.get("amount").asLong()),
                    ask.get("key").asText());
            case "return":
                return shop.payerReturns("GET", ask.get("query").asText(), null);
            case "settle":
                return shop.settle(com.irandargah.StoredPayment.of(ask.get("authority").asText(),
                    Rials.of(ask.get("amount").asLong()), ask.get("order_id").asText()));
            default: {
                Map<String, Object> headers = new HashMap<>();
                ask.get("headers").properties().forEach(one -> headers.put(one.getKey(), one.getValue().asText()));
                return shop.webhook(Base64.getDecoder().decode(ask.get("body").asText()), headers);
            }
        }
    }
}
