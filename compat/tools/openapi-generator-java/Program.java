// One step of a payment by openapi-generator's Java client.

import java.net.URI;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.PaymentsApi;
import org.openapitools.client.api.VerificationsApi;
import org.openapitools.client.model.ErrorResponse;
import org.openapitools.client.model.Payment;
import org.openapitools.client.model.PaymentRequest;
import org.openapitools.client.model.Verification;
import org.openapitools.client.model.VerificationRequest;

public final class Program {
    private static String step(String word, String authority) throws ApiException {
        long amount = Long.parseLong(System.getenv("AMOUNT"));
        ApiClient client = new ApiClient();
        client.setBasePath(System.getenv("SERVER"));
        client.setBearerToken(System.getenv("TOKEN"));
        PaymentsApi payments = new PaymentsApi(client);
        switch (word) {
            case "create":
                PaymentRequest order = new PaymentRequest()
                        .amount(amount)
                        .orderId(System.getenv("ORDER_ID"))
                        .callbackUrl(URI.create(System.getenv("CALLBACK_URL")));
                return "created " + payments.createPayment(order, "key-of-the-order", null, null, null)
                        .getData().getTransaction().getAuthority();
            case "read":
                Payment payment = payments.getPayment(authority, null, null).getData().getTransaction();
                return "payment " + payment.getStatus() + " " + payment.getAmount();
            default:
                VerificationRequest request = new VerificationRequest().authority(authority).amount(amount);
                Verification verification = new VerificationsApi(client)
                        .createVerification(request, null, null, null, null).getData().getVerification();
                return "verified " + verification.getRefId() + " " + verification.getAmount();
        }
    }

    public static void main(String[] arguments) throws Exception {
        try {
            System.out.println(step(arguments[0], arguments.length > 1 ? arguments[1] : ""));
        } catch (ApiException failure) {
            if (failure.getResponseBody() == null) {
                throw failure;
            }
            System.out.println("refused " + ErrorResponse.fromJson(failure.getResponseBody()).getError().getCode());
        }
        // OkHttp's threads would keep the program for a minute.
        System.exit(0);
    }
}
