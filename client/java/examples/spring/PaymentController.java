import com.irandargah.Callback;
import com.irandargah.CallbackException;
import com.irandargah.Callbacks;
import com.irandargah.CallOptions;
import com.irandargah.CreatedPayment;
import com.irandargah.IranDargahClient;
import com.irandargah.IranDargahException;
import com.irandargah.PaymentOutcome;
import com.irandargah.PaymentRequest;
import com.irandargah.StoredPayment;
import com.irandargah.WebhookEvent;
import com.irandargah.WebhookException;
import com.irandargah.WebhookStore;
import com.irandargah.Webhooks;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * The three routes of a shop in Spring MVC: the way out, the way back, the events. Exempt the last two from CSRF checks:
 * they come from other sites, and prove themselves.
 */
@RestController
public class PaymentController {
    private final IranDargahClient gateway;
    private final Orders orders;
    private final WebhookStore<?> inbox;
    private final String webhookSecret;

    /** What the shop has: its database, behind three questions. */
    public interface Orders {
        /** What is to be paid, and the idempotency key that was stored with the order. */
        PaymentRequest request(String orderId);

        /** The idempotency key that was stored with the order. */
        String idempotencyKey(String orderId);

        /** Stores the payment of an order. */
        void created(String orderId, String authority);

        /** The stored payment; null when there is none. */
        StoredPayment find(String authority);

        /** Marks the order as paid in one conditional update, and delivers if that changed a row. */
        void paid(StoredPayment payment, PaymentOutcome.Paid proof);
    }

    public PaymentController(IranDargahClient gateway, Orders orders, WebhookStore<?> inbox, String webhookSecret) {
        this.gateway = gateway;
        this.orders = orders;
        this.inbox = inbox;
        this.webhookSecret = webhookSecret;
    }

    @PostMapping("/orders/{id}/pay")
    public ResponseEntity<String> pay(@PathVariable("id") String id) {
        try {
            CallOptions call = CallOptions.none().idempotencyKey(orders.idempotencyKey(id));
            CreatedPayment payment = gateway.createPayment(orders.request(id), call);
            orders.created(id, payment.authority());
            return ResponseEntity.status(303).location(URI.create(payment.gatewayUrl())).build();
        } catch (IranDargahException failed) {
            // The same key again makes no second payment.
            return ResponseEntity.status(502).body("Please try again.");
        }
    }

    @RequestMapping(path = "/payment/return", method = {RequestMethod.GET, RequestMethod.POST})
    public ResponseEntity<String> payerReturns(RequestEntity<byte[]> request) {
        String body = request.getBody() == null ? null : new String(request.getBody(), StandardCharsets.UTF_8);
        try {
            Callback<StoredPayment> callback = Callbacks.readCallback(
                request.getMethod().name(), request.getUrl().getRawQuery(), body, orders::find);
            return ResponseEntity.ok(settle(callback.payment()));
        } catch (CallbackException forged) {
            return ResponseEntity.badRequest().build();
        }
    }

    /** Safe to call as often as you like; a job calls it too, for payers who do not come back. */
    private String settle(StoredPayment payment) {
        return gateway.verifyPayment(payment).match(
            paid -> {
                orders.paid(payment, paid);
                return "Thank you.";
            },
            notPaid -> "Nothing was paid.",
            mismatch -> "Please write to us.",
            unknown -> "Your payment is being checked.");
    }

    @PostMapping("/webhooks/irandargah")
    public ResponseEntity<Void> webhook(RequestEntity<byte[]> request) {
        Map<String, List<String>> headers = new HashMap<>();
        request.getHeaders().forEach(headers::put);
        byte[] body = request.getBody() == null ? new byte[0] : request.getBody();
        try {
            WebhookEvent event = Webhooks.verifyWebhook(body, headers, webhookSecret);
            int status = Webhooks.handleOnce(event, inbox, (handled, done) -> {
                String authority = handled.data().text("authority");
                StoredPayment payment = authority == null ? null : orders.find(authority);
                if (payment != null) {
                    settle(payment);
                }
            });
            return ResponseEntity.status(status).build();
        } catch (WebhookException forged) {
            return ResponseEntity.status(401).build();
        }
    }
}
