import com.irandargah.CreatedPayment;
import com.irandargah.Environment;
import com.irandargah.ErrorCode;
import com.irandargah.IranDargahClient;
import com.irandargah.IranDargahException;
import com.irandargah.Payment;
import com.irandargah.PaymentRequest;
import com.irandargah.Rials;
import com.irandargah.TransactionListResponseData;
import com.irandargah.TransactionSummary;
import com.irandargah.VerificationMeta;
import com.irandargah.VerificationRequest;
import com.irandargah.VerificationState;
import com.irandargah.VerifiedData;
import com.irandargah.Webhook;
import com.irandargah.WebhookEvent;
import com.irandargah.WebhookEventType;
import com.irandargah.WebhookSubscriptionRequest;
import com.irandargah.Webhooks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes every call of CASES with the client, and prints in one line what a shop reads of each answer. */
public class Tolerance {
    private static final String AUTHORITY = "2025100121424146HC";
    private static final Rials AMOUNT = Rials.of(100_000);

    private static List<Object> call(String operation, IranDargahClient client) {
        switch (operation) {
            case "createPayment": {
                CreatedPayment payment =
                    client.createPayment(new PaymentRequest(AMOUNT, "ORDER-12345", "https://shop.example/"));
                return Arrays.asList(payment.authority(), payment.gatewayUrl());
            }
            case "getPayment": {
                Payment payment = client.getPayment(AUTHORITY).transaction();
                return Arrays.asList(payment.authority(), payment.status(), payment.amount());
            }
            case "createVerification": {
                VerifiedData data = client.createVerification(new VerificationRequest(AUTHORITY, AMOUNT));
                VerificationMeta meta = data.meta();
                return Arrays.asList(data.verification().refId(), data.verification().authority(),
                    data.verification().amount(), data.verification().verifiedAt(),
                    meta == null ? null : meta.processingTimeMs());
            }
            case "getVerification": {
                VerificationState state = client.getVerification(AUTHORITY).verification();
                return Arrays.asList(state.refId(), state.authority(), state.amount(), state.verifiedAt());
            }
            case "listTransactions": {
                TransactionListResponseData list = client.listTransactions();
                String statuses =
                    list.transactions().stream().map(TransactionSummary::status).collect(Collectors.joining(","));
                return Arrays.asList(list.transactions().size(), statuses, list.pagination().total());
            }
            case "listWebhookEvents":
                return Arrays.asList(client.listWebhookEvents().events().text("payment.disputed"));
            default: {
                Webhook webhook = client.subscribeWebhook(new WebhookSubscriptionRequest(
                    "https://shop.example/", List.of(WebhookEventType.PAYMENT_COMPLETED))).webhook();
                return Arrays.asList(webhook.id(), String.join(",", webhook.events()));
            }
        }
    }

    private static List<Object> receive(byte[] body, byte[] names) {
        Map<String, String> headers = new HashMap<>();
        Matcher header = Pattern.compile("\"([^\"]+)\":\"([^\"]*)\"").matcher(new String(names, StandardCharsets.UTF_8));
        while (header.find()) {
            headers.put(header.group(1), header.group(2));
        }
        WebhookEvent event = Webhooks.verifyWebhook(body, headers, System.getenv("WEBHOOK_SECRET"));
        return Arrays.asList(event.name(), event.data().text("authority"), event.data().rials("amount"));
    }

    private static String shown(Object value) {
        return value == null || value.equals("") ? "-" : value.toString();
    }

    private static String outcome(String[] parts) {
        try {
            if (parts[0].equals("delivery")) {
                Base64.Decoder decoder = Base64.getDecoder();
                return words(receive(decoder.decode(parts[2]), decoder.decode(parts[3])));
            }
            return words(call(parts[0], IranDargahClient.builder().token(parts[1]).environment(Environment.SANDBOX)
                .baseUrl(System.getenv("SERVER")).retries(0).build()));
        } catch (IranDargahException failed) {
            if (failed.gatewayCode() != null) {
                return "error " + failed.httpStatus() + " " + failed.gatewayCode() + " " + failed.type();
            }
            boolean unreadable = failed.code().equals(ErrorCode.UNREADABLE);
            return unreadable ? "error " + failed.httpStatus() + " - -" : "refused " + failed.code();
        } catch (RuntimeException fault) {
            return "threw " + fault;
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
