import com.irandargah.CallOptions;
import com.irandargah.Environment;
import com.irandargah.IranDargahClient;
import com.irandargah.IranDargahException;
import com.irandargah.PaymentRequest;
import com.irandargah.Rials;
import com.irandargah.VerificationRequest;
import com.irandargah.WebhookEvent;
import com.irandargah.WebhookException;
import com.irandargah.Webhooks;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One step of a payment with the client, as the argument says: create, verify AUTHORITY, or webhook. */
public class Payment {
    private static final Rials AMOUNT = Rials.of(System.getenv("AMOUNT"));

    // The tests count the requests.
    private static final IranDargahClient GATEWAY = IranDargahClient.builder()
        .token(System.getenv("TOKEN"))
        .secretKey(System.getenv("SECRET_KEY"))
        .environment(Environment.SANDBOX)
        .baseUrl(System.getenv("SERVER"))
        .retries(0)
        .build();

    private static String create() {
        PaymentRequest order = new PaymentRequest(AMOUNT, "ORDER-12345", "https://yoursite.com/callback")
            .description("کتاب «شاهنامه» \"جلد ۱\"، C:\\books\nنسخهٔ نفیس 📚");
        return "payment " + GATEWAY.createPayment(order, CallOptions.none().idempotencyKey("key-of-the-order")).authority();
    }

    private static String verify(String authority) {
        CallOptions options = CallOptions.none().idempotencyKey("key-of-the-verification");
        VerificationRequest request = new VerificationRequest(authority, AMOUNT);
        return "verification " + GATEWAY.createVerification(request, options).verification().refId();
    }

    /** Headers from a flat JSON object, whose values hold nothing that is escaped. */
    static Map<String, String> headers(String json) {
        Map<String, String> headers = new HashMap<>();
        Matcher header = Pattern.compile("\"([^\"]+)\":\"([^\"]*)\"").matcher(json);
        while (header.find()) {
            headers.put(header.group(1), header.group(2));
        }
        return headers;
    }

    private static String webhook() {
        byte[] body = Base64.getDecoder().decode(System.getenv("WEBHOOK_BODY"));
        WebhookEvent event = Webhooks.verifyWebhook(
            body, headers(System.getenv("WEBHOOK_HEADERS")), System.getenv("WEBHOOK_SECRET"));
        return "webhook " + event.event() + " " + event.data().text("authority");
    }

    public static void main(String[] arguments) {
        try {
            String step = arguments[0];
            String said = step.equals("create") ? create() : step.equals("verify") ? verify(arguments[1]) : webhook();
            System.out.println(said);
        } catch (WebhookException refused) {
            System.out.println("refused " + refused.reason());
        } catch (IranDargahException failed) {
            if (failed.fault() == null) {
                throw failed;
            }
            System.out.println("refused " + failed.fault());
        }
    }
}
