import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.irandargah.Callback;
import com.irandargah.CallbackException;
import com.irandargah.Callbacks;
import com.irandargah.CallOptions;
import com.irandargah.CreatedPayment;
import com.irandargah.Environment;
import com.irandargah.IranDargahClient;
import com.irandargah.IranDargahException;
import com.irandargah.JsonObject;
import com.irandargah.MemoryStore;
import com.irandargah.PaymentOutcome;
import com.irandargah.PaymentRequest;
import com.irandargah.Rials;
import com.irandargah.StoredPayment;
import com.irandargah.WebhookEvent;
import com.irandargah.WebhookException;
import com.irandargah.Webhooks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Plays a shop: answers each question of client/test/scenarios/protocol.ts, a line for a line, by the public API alone. */
public final class ShopDriver {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, IranDargahClient> clients = new HashMap<>();
    private final Map<String, MemoryStore> inboxes = new HashMap<>();

    public static void main(String[] arguments) throws IOException {
        ShopDriver driver = new ShopDriver();
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            answers.println(JSON.writeValueAsString(driver.told(JSON.readTree(line))));
        }
        System.exit(0);
    }

    private Map<String, Object> told(JsonNode ask) {
        try {
            return answer(ask);
        } catch (IranDargahException error) {
            return outcome("error", "error", toldError(error));
        } catch (CallbackException refused) {
            return outcome("refused", "reason", refused.reason().word());
        } catch (WebhookException refused) {
            return outcome("refused", "reason", refused.reason());
        } catch (IllegalArgumentException mistake) {
            return outcome("misuse", "message", mistake.getMessage());
        }
    }

    private Map<String, Object> answer(JsonNode ask) {
        switch (ask.get("do").asText()) {
            case "client":
                clients.put(ask.get("name").asText(), client(ask));
                return outcome("ready");
            case "create":
                return create(ask);
            case "verify":
                return clientOf(ask).verifyPayment(record(ask.get("payment"))).match(
                    paid -> outcome("paid", "ref_id", paid.refId(), "verified_at", paid.verifiedAt(),
                        "already_verified", paid.alreadyVerified()),
                    unpaid -> outcome("not_paid", "reason", unpaid.reason(), "final", unpaid.isFinal(),
                        "error", toldError(unpaid.error())),
                    mismatch -> outcome("mismatch", "error", toldError(mismatch.error())),
                    unknown -> outcome("unknown", "error", toldError(unknown.error())));
            case "call":
                return outcome("ok", "data", call(ask).asMap());
            case "callback": {
                StoredPayment stored = ask.get("stored").isNull() ? null : record(ask.get("stored"));
                Callback<StoredPayment> callback = Callbacks.readCallback(ask.get("method").asText(),
                    ask.get("query").asText(), ask.get("body").asText(), authority -> stored);
                return outcome("callback", "claim", callback.claim().word());
            }
            case "webhook": {
                WebhookEvent event = verified(ask, ask.get("form").asText(), secrets(ask));
                return outcome("event", "event", event.event(), "id", event.id(), "timestamp", event.timestamp(),
                    "data", event.data().asMap());
            }
            case "deliver":
                return deliver(ask);
            default:
                return outcome("amount", "rials", money(ask.get("unit").asText(), ask.get("value")).value());
        }
    }

    private static IranDargahClient client(JsonNode ask) {
        return IranDargahClient.builder()
            .baseUrl(ask.get("base_url").asText())
            .environment(Environment.valueOf(ask.get("environment").asText().toUpperCase(Locale.ROOT)))
            .token(ask.get("token").asText())
            .secretKey(ask.has("secret_key") ? ask.get("secret_key").asText() : null)
            .timeout(Duration.ofMillis(ask.get("timeout_ms").asLong()))
            .retries(ask.get("retries").asInt())
            .build();
    }

    private IranDargahClient clientOf(JsonNode ask) {
        return clients.get(ask.get("client").asText());
    }

    private Map<String, Object> create(JsonNode ask) {
        JsonNode order = ask.get("order");
        PaymentRequest request = new PaymentRequest(
            money("rials", order.get("amount")), order.get("order_id").asText(), order.get("callback_url").asText());
        CallOptions options = ask.has("idempotency_key")
            ? CallOptions.none().idempotencyKey(ask.get("idempotency_key").asText())
            : CallOptions.none();
        CreatedPayment created = clientOf(ask).createPayment(request, options);
        return outcome("created", "authority", created.authority(), "gateway_url", created.gatewayUrl(),
            "idempotency_key", created.idempotencyKey());
    }

    private JsonObject call(JsonNode ask) {
        IranDargahClient client = clientOf(ask);
        Map<String, Function<String, JsonObject>> operations = Map.of(
            "getPayment", client::getPayment,
            "cancelPayment", client::cancelPayment,
            "getHealth", none -> client.getHealth(),
            "getVerification", client::getVerification,
            "retryVerification", client::retryVerification,
            "getTransaction", client::getTransaction);
        return operations.get(ask.get("operation").asText()).apply(ask.path("input").asText());
    }

    /** A number with a fraction has no type in Java that the package takes, so that it goes in as text. */
    private static Rials money(String unit, JsonNode value) {
        if (value.isIntegralNumber()) {
            return unit.equals("rials") ? Rials.of(value.longValue()) : Rials.ofToman(value.longValue());
        }
        return unit.equals("rials") ? Rials.of(value.asText()) : Rials.ofToman(value.asText());
    }

    private static StoredPayment record(JsonNode stored) {
        return StoredPayment.of(stored.get("authority").asText(), money("rials", stored.get("amount")),
            stored.get("order_id").asText());
    }

    private static String[] secrets(JsonNode ask) {
        return StreamSupport.stream(ask.get("secrets").spliterator(), false).map(JsonNode::asText)
            .toArray(String[]::new);
    }

    /** As Spring, servlets and java.net.http have headers; behind CGI, the variables of the environment. */
    private static WebhookEvent verified(JsonNode delivery, String form, String[] secrets) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Map<String, Object> single = new LinkedHashMap<>();
        for (JsonNode header : delivery.get("headers")) {
            String came = header.get(0).asText();
            String name = form.equals("lower") ? came.toLowerCase(Locale.ROOT)
                : form.equals("cgi") ? "HTTP_" + came.toUpperCase(Locale.ROOT).replace('-', '_') : came;
            lists.computeIfAbsent(name, any -> new ArrayList<>()).add(header.get(1).asText());
            single.put(name, header.get(1).asText());
        }
        byte[] body = Base64.getDecoder().decode(delivery.get("body").asText());
        return Webhooks.verifyWebhook(body, form.equals("lists") ? lists : single, secrets);
    }

    private Map<String, Object> deliver(JsonNode ask) {
        MemoryStore inbox = inboxes.computeIfAbsent(ask.get("inbox").asText(), name -> new MemoryStore());
        AtomicInteger runs = new AtomicInteger();
        Executor threads = Executors.newCachedThreadPool();
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (JsonNode delivery : ask.get("deliveries")) {
            answers.add(CompletableFuture.supplyAsync(() -> delivered(ask, delivery, inbox, runs), threads));
        }
        List<Integer> statuses = answers.stream().map(CompletableFuture::join).collect(Collectors.toList());
        return outcome("delivered", "answers", statuses, "runs", runs.get());
    }

    private static int delivered(JsonNode ask, JsonNode delivery, MemoryStore inbox, AtomicInteger runs) {
        JsonNode handler = ask.get("handler");
        try {
            Thread.sleep(delivery.get("after_ms").asLong());
            WebhookEvent event = verified(delivery, "map", secrets(ask));
            return Webhooks.handleOnce(event, inbox, (handled, done) -> {
                boolean fails = runs.incrementAndGet() <= handler.get("failures").asInt();
                Thread.sleep(handler.get("takes_ms").asLong());
                if (fails) {
                    throw new IOException("the database is away");
                }
            }, Duration.ofMillis(ask.get("lease_ms").asLong()));
        } catch (WebhookException refused) {
            return 401;
        } catch (Exception failed) {
            return 500;
        }
    }

    private static Map<String, Object> toldError(IranDargahException error) {
        boolean numeric = error.code().matches("-?[0-9]+");
        Map<String, Object> told = outcome("");
        told.remove("outcome");
        told.put("code", numeric ? (Object) Long.valueOf(error.code()) : error.code());
        told.put("gateway_code", error.gatewayCode());
        told.put("http_status", error.httpStatus());
        told.put("persian", error.persian());
        told.put("request_id", error.requestId());
        told.put("idempotency_key", error.idempotencyKey());
        told.put("may_have_acted", error.mayHaveActed());
        told.put("fields", error.fields().isEmpty() ? null : error.fields());
        told.values().removeIf(value -> value == null);
        return told;
    }

    /** An answer, without what is null. */
    private static Map<String, Object> outcome(String outcome, Object... fields) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("outcome", outcome);
        for (int at = 0; at < fields.length; at += 2) {
            if (fields[at + 1] != null) {
                told.put((String) fields[at], fields[at + 1]);
            }
        }
        return told;
    }
}
