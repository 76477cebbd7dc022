import com.fasterxml.jackson.databind.ObjectMapper;
import com.irandargah.signing.WebhookVerifier;
import irandargah.Client;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes every call of CASES with the generated client, and prints in one line what a shop reads of each answer. */
public class Tolerance {
    private static final String AUTHORITY = "2025100121424146HC";

    private static List<Object> call(String operation, Client client) {
        switch (operation) {
            case "createPayment": {
                var order = new Client.PaymentRequest(
                    100000L, "ORDER-12345", "https://shop.example/", null, null, null, null, null, null);
                var transaction = client.createPayment(order).data2().transaction();
                return Arrays.asList(transaction.authority(), transaction.gatewayUrl());
            }
            case "getPayment": {
                var transaction = client.getPayment(AUTHORITY).data2().transaction();
                return Arrays.asList(transaction.authority(), transaction.status(), transaction.amount());
            }
            case "createVerification": {
                var data = client.createVerification(new Client.VerificationRequest(AUTHORITY, 100000L, null)).data2();
                var verification = data.verification();
                Object time = data.meta() == null ? null : data.meta().processingTimeMs();
                return Arrays.asList(verification.refId(), verification.authority(), verification.amount(),
                    verification.verifiedAt(), time);
            }
            case "getVerification": {
                var verification = client.getVerification(AUTHORITY).data2().verification();
                if (verification == null) {
                    return Arrays.asList(null, null, null, null);
                }
                return Arrays.asList(verification.refId(), verification.authority(), verification.amount(),
                    verification.verifiedAt());
            }
            case "listTransactions": {
                var data = client.listTransactions(null).data2();
                var statuses = data.transactions().stream().map(Client.TransactionSummary::status).toList();
                return Arrays.asList(statuses.size(), String.join(",", statuses), data.pagination().total());
            }
            case "listWebhookEvents":
                return Arrays.asList(client.listWebhookEvents().data2().events().get("payment.disputed"));
            default: {
                var events = List.of(Client.WebhookEventType.PAYMENT_COMPLETED);
                var subscription = new Client.WebhookSubscriptionRequest("https://shop.example/", events, null, null);
                var webhook = client.subscribeWebhook(subscription).data2().webhook();
                return Arrays.asList(webhook.id(), String.join(",", webhook.events()));
            }
        }
    }

    private static List<Object> receive(byte[] body, byte[] names) throws Exception {
        Map<String, List<String>> headers = new TreeMap<>();
        new ObjectMapper().readTree(names).properties()
            .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asText())));
        new WebhookVerifier(System.getenv("WEBHOOK_SECRET")).verify(body, headers, Instant.now());
        var event = Client.PaymentCompletedEvent.fromJson(
            Client.Json.parse(new String(body, StandardCharsets.UTF_8)));
        return Arrays.asList(event.event(), event.data2().authority(), event.data2().amount());
    }

    private static String shown(Object value) {
        return value == null || value.equals("") ? "-" : value.toString();
    }

    private static String outcome(String[] parts) {
        try {
            if (parts[0].equals("delivery")) {
                var decoder = Base64.getDecoder();
                return words(receive(decoder.decode(parts[2]), decoder.decode(parts[3])));
            }
            return words(call(parts[0], new Client(new Client.Config()
                .serverUrl(System.getenv("SERVER"))
                .auth(new Client.Auth().bearer(parts[1])))));
        } catch (Client.ApiException refused) {
            var answer = refused.answer() == null ? null : refused.answer().error();
            return "error " + refused.status + " " + shown(answer == null ? null : answer.code()) + " "
                + shown(answer == null ? null : answer.type());
        } catch (Exception fault) {
            return "threw " + fault.getClass().getSimpleName() + ": " + String.valueOf(fault.getMessage()).split("\n")[0];
        }
    }

    private static String words(List<Object> values) {
        return values.stream().map(Tolerance::shown).collect(Collectors.joining(" "));
    }

    public static void main(String[] arguments) {
        for (String line : System.getenv("CASES").split("\n")) {
            System.out.println(outcome(line.split("\t")));
        }
    }
}
