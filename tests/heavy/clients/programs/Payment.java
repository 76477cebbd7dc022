import com.fasterxml.jackson.databind.ObjectMapper;
import com.irandargah.signing.SignatureRefusedException;
import com.irandargah.signing.SigningHttpClient;
import com.irandargah.signing.WebhookEvent;
import com.irandargah.signing.WebhookVerifier;
import irandargah.Client;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One step of a payment with the generated client, as the argument says: create, verify AUTHORITY, or webhook. */
public class Payment {
    private static final long AMOUNT = Long.parseLong(System.getenv("AMOUNT"));

    private static Client clientWith(String idempotencyKey) {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new Client(new Client.Config()
            .serverUrl(System.getenv("SERVER"))
            .httpClient(new SigningHttpClient(http, System.getenv("SECRET_KEY")))
            .auth(new Client.Auth().bearer(System.getenv("TOKEN")))
            .idempotencyKey(() -> idempotencyKey));
    }

    private static String create() {
        String description = "کتاب «شاهنامه» \"جلد ۱\"، C:\\books\nنسخهٔ نفیس 📚";
        Client.PaymentRequest order = new Client.PaymentRequest(
            AMOUNT, "ORDER-12345", "https://yoursite.com/callback", null, description, null, null, null, null);
        var payment = clientWith("key-of-the-order").createPayment(order);
        return "payment " + payment.data2().transaction().authority();
    }

    private static String verify(String authority) {
        var verification = clientWith("key-of-the-verification")
            .createVerification(new Client.VerificationRequest(authority, AMOUNT, null));
        return "verification " + verification.data2().verification().refId();
    }

    private static String webhook() throws Exception {
        Map<String, List<String>> headers = new TreeMap<>();
        new ObjectMapper().readTree(System.getenv("WEBHOOK_HEADERS")).properties()
            .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asText())));
        byte[] body = Base64.getDecoder().decode(System.getenv("WEBHOOK_BODY"));
        WebhookEvent event =
            new WebhookVerifier(System.getenv("WEBHOOK_SECRET")).verify(body, headers, Instant.now());
        return "webhook " + event.event() + " " + event.data().get("authority").asText();
    }

    /** The generated client wraps what its HTTP client throws. */
    private static SignatureRefusedException refusalIn(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SignatureRefusedException refused) {
                return refused;
            }
        }
        return null;
    }

    public static void main(String[] arguments) throws Exception {
        try {
            System.out.println(switch (arguments[0]) {
                case "create" -> create();
                case "verify" -> verify(arguments[1]);
                case "webhook" -> webhook();
                default -> throw new IllegalArgumentException(arguments[0]);
            });
        } catch (Exception failed) {
            SignatureRefusedException refused = refusalIn(failed);
            if (refused == null) {
                throw failed;
            }
            System.out.println("refused " + refused.reason().word());
        }
    }
}
