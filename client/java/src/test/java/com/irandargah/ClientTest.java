package com.irandargah;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client refuses before anything is sent, and what it makes of answers that never end. */
class ClientTest {
    private static final String TOKEN = "idg_test_Secret123";

    private HttpServer gateway;
    private final List<String> arrived = new ArrayList<>();
    private volatile String answer = "{}";
    private volatile boolean dripping;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.createContext("/", exchange -> {
            arrived.add(exchange.getRequestURI().toString());
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, dripping ? 0 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int times = 0; dripping && times < 100; times++) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(50);
                }
                out.write(bytes);
            } catch (InterruptedException | IOException gone) {
                exchange.close();
            }
        });
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    private IranDargahClient.Builder builder() {
        return IranDargahClient.builder().token(TOKEN).environment(Environment.SANDBOX).retries(0)
            .baseUrl("http://127.0.0.1:" + gateway.getAddress().getPort() + "/");
    }

    private void refuses(UnaryOperator<IranDargahClient.Builder> change) {
        IllegalArgumentException mistake =
            assertThrows(IllegalArgumentException.class, () -> change.apply(builder()).build());
        assertFalse(mistake.getMessage().contains("Secret"), mistake.getMessage());
    }

    @Test
    void refusesOptionsThatDoNotFitTogetherWithoutShowingTheToken() {
        refuses(builder -> builder.token(null));
        refuses(builder -> builder.token(TOKEN + "\n"));
        refuses(builder -> builder.token("idg_live_Secret123"));
        refuses(builder -> builder.environment(null));
        refuses(builder -> builder.environment(Environment.PRODUCTION));
        refuses(builder -> builder.token("idg_live_Secret123").environment(Environment.PRODUCTION));
        refuses(builder -> builder.secretKey(""));
        refuses(builder -> builder.secretKey("Secret "));
        refuses(builder -> builder.baseUrl("https://ipg.irandargah.com"));
        refuses(builder -> builder.baseUrl("HTTPS://IPG.IRANDARGAH.COM/x"));
        refuses(builder -> builder.baseUrl("ftp://127.0.0.1"));
        refuses(builder -> builder.timeout(Duration.ZERO));
        refuses(builder -> builder.retries(-1));
        refuses(builder -> builder.maxAnswerBytes(0));
        refuses(builder -> builder.httpClient(
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build()));
    }

    @Test
    void refusesArgumentsThatAreNoneBeforeAnythingIsSent() {
        IranDargahClient client = builder().build();
        assertThrows(IllegalArgumentException.class, () -> client.getPayment(""));
        assertThrows(IllegalArgumentException.class, () -> client.getPayment(null));
        assertThrows(IllegalArgumentException.class, () -> client.createPayment(null));
        assertThrows(IllegalArgumentException.class, () -> client.verifyPayment(null));
        assertThrows(IllegalArgumentException.class, () -> client.verifyPayment(StoredPayment.of(null, null, null)));
        assertThrows(IllegalArgumentException.class, () -> new PaymentRequest(null, "a", "b"));
        // The gateway would get a question mark, the same for every order.
        assertThrows(IllegalArgumentException.class,
            () -> client.createPayment(new PaymentRequest(Rials.of(1000), "order-\ud800", "https://shop.example/")));
        // The header would make question marks of it, the same for every order.
        assertThrows(IllegalArgumentException.class, () -> CallOptions.none().idempotencyKey("سفارش"));
        assertThrows(IllegalArgumentException.class,
            () -> client.getPayment("a", CallOptions.none().idempotencyKey("key")));
        assertEquals(List.of(), arrived);
    }

    @Test
    void readsNoMoreThanItMay() {
        answer = "{\"a\":\"" + "x".repeat(2000) + "\"}";
        IranDargahClient client = builder().maxAnswerBytes(1000).build();
        IranDargahException error = assertThrows(IranDargahException.class, client::getHealth);
        assertEquals("too_large", error.fault());
        assertEquals(ErrorCode.UNREADABLE, error.code());
    }

    @Test
    void waitsNoLongerThanItMayForABodyThatDrips() {
        dripping = true;
        IranDargahClient client = builder().timeout(Duration.ofMillis(300)).build();
        IranDargahException error = assertThrows(IranDargahException.class, client::getHealth);
        assertEquals(ErrorCode.TIMEOUT, error.code());
        assertNull(error.httpStatus());
        assertFalse(error.mayHaveActed());
    }

    @Test
    void endsWhenItsThreadIsInterrupted() {
        dripping = true;
        Thread.currentThread().interrupt();
        IranDargahException error = assertThrows(IranDargahException.class, builder().build()::getHealth);
        assertEquals(ErrorCode.ABORTED, error.code());
        assertTrue(Thread.interrupted());
    }

    @Test
    void takesNothingInAnyAnswerForWhatItIsNot() {
        for (String odd : List.of("", "null", "[]", "{\"a\":1e400}", "{\"success\":true,\"data\":{\"a\":1e400}}",
            "{\"success\":true,\"data\":[]}", "{\"success\":true,\"data\":{\"transaction\":7}}",
            "{\"success\":false,\"error\":[],\"status_code\":{}}", "{\"error\":{\"code\":1e400}}",
            "{\"success\":false,\"error\":{\"code\":-2,\"details\":{\"validation\":{\"a\":[{}],\"b\":1}}}}",
            "[".repeat(5000), "{\"a\":".repeat(5000), "{\"meta\":{\"request_id\":{}},\"data\":7}")) {
            answer = odd;
            IranDargahClient client = builder().build();
            assertThrows(IranDargahException.class, () -> client.getPayment("a"), odd);
            PaymentOutcome outcome = client.verifyPayment(StoredPayment.of("a", Rials.of(1000), "b"));
            assertFalse(outcome instanceof PaymentOutcome.Paid, odd);
        }
    }

    @Test
    void takesNoNumberForAMoment() {
        answer = "{\"success\":true,\"data\":{\"verification\":{\"authority\":\"a\",\"amount\":1000,\"ref_id\":\"12\","
            + "\"verified_at\":1758000000000000000}}}";
        PaymentOutcome outcome = builder().build().verifyPayment(StoredPayment.of("a", Rials.of(1000), "b"));
        assertTrue(outcome instanceof PaymentOutcome.Unknown);
    }

    @Test
    void writesEveryNumberThatItReads() {
        String numbers = "[9007199254740994,1758000000000000000,\"Infinity\",1E+999]";
        assertEquals("{\"a\":[9007199254740994,1758000000000000000,\"Infinity\",\"Infinity\"],\"b\":1E+300}",
            Json.parse("{\"a\":" + numbers + ",\"b\":1e300}").toString());
    }

    @Test
    void findsTheSignedBytesWhereverTheyStand() {
        for (int length : new int[] {0, 7990, 8000, 31_990, 32_000, 65_520, 65_536, 100_000}) {
            for (int more = 0; more < 16; more++) {
                String data = "{ \"a\" : [1, {\"b\":\"ب}\"}] }";
                String body = "{\"pad\":\"" + "پ".repeat(length + more) + "\",\"data\": " + data + " , \"z\":{}}";
                assertEquals(data, new WebhookBody(body.getBytes(StandardCharsets.UTF_8)).slice);
            }
        }
    }

    @Test
    void showsNothingOfThePayer() {
        JsonObject object = Json.parse("{\"card_pan\":\"6037991234\",\"a\":[{\"Mobile\":\"0912\"}],\"b\":0.1}");
        assertEquals("{\"card_pan\":\"[redacted]\",\"a\":[{\"Mobile\":\"[redacted]\"}],\"b\":0.1}", object.toString());
    }

    @Test
    void keepsMoneyWhole() {
        assertEquals(250_000, Rials.ofToman(25_000).value());
        assertEquals("25000.5", Rials.of(250_005).inToman().toString());
        assertEquals(Rials.of("9007199254740991"), Rials.of(9007199254740991L));
        assertThrows(IllegalArgumentException.class, () -> Rials.of(9007199254740992L));
        assertThrows(IllegalArgumentException.class, () -> Rials.ofToman(Long.MAX_VALUE));
        assertThrows(IllegalArgumentException.class, () -> Rials.ofToman(9007199254740991L));
        assertThrows(IllegalArgumentException.class, () -> Rials.of("1.5"));
    }
}
