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

/** A payment and its verification with the generated client, an answer with a forged signature, and a webhook. */
public class Payment {
    private static Client clientFor(String token, String key) {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new Client(new Client.Config()
            .serverUrl(System.getenv("SERVER"))
            .httpClient(new SigningHttpClient(http, System.getenv("SECRET_KEY")))
            .auth(new Client.Auth().bearer(token))
            .idempotencyKey(() -> key));
    }

    public static void main(String[] arguments) throws Exception {
        String description = "کتاب «شاهنامه» \"جلد ۱\"، C:\\books\nنسخهٔ نفیس 📚";
        Client.PaymentRequest order = new Client.PaymentRequest(
            4000000000L, "ORDER-12345", "https://yoursite.com/callback", null, description, null, null, null, null);

        var payment = clientFor(System.getenv("TOKEN"), "key-of-the-order").createPayment(order);
        String authority = payment.data2().transaction().authority();
        System.out.println("payment " + authority);
        var verification = clientFor(System.getenv("TOKEN"), "key-of-the-verification")
            .createVerification(new Client.VerificationRequest(authority, 4000000000L, null));
        System.out.println("verification " + verification.data2().verification().refId());

        try {
            clientFor(System.getenv("FORGED_TOKEN"), "key-of-the-order").createPayment(order);
            System.out.println("forged answer believed");
        } catch (RuntimeException failed) {
            Throwable cause = failed;
            while (cause != null && !(cause instanceof SignatureRefusedException)) {
                cause = cause.getCause();
            }
            System.out.println("forged answer "
                + (cause instanceof SignatureRefusedException refused ? refused.reason().word() : failed));
        }

        Map<String, List<String>> headers = new TreeMap<>();
        new ObjectMapper().readTree(System.getenv("WEBHOOK_HEADERS")).properties()
            .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asText())));
        byte[] body = Base64.getDecoder().decode(System.getenv("WEBHOOK_BODY"));
        WebhookEvent event =
            new WebhookVerifier(System.getenv("WEBHOOK_SECRET")).verify(body, headers, Instant.now());
        System.out.println("webhook " + event.event() + " " + event.data().get("authority").asText());
    }
}
