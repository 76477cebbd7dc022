"""One step of a payment by openapi-generator's Python client."""
import os
import sys

sys.path.insert(0, "out")

from openapi_client import (  # noqa: E402
    ApiClient,
    ApiException,
    Configuration,
    ErrorResponse,
    PaymentRequest,
    PaymentsApi,
    VerificationRequest,
    VerificationsApi,
)


def step(word: str, authority: str = "") -> str:
    amount = int(os.environ["AMOUNT"])
    configuration = Configuration(host=os.environ["SERVER"], access_token=os.environ["TOKEN"])
    with ApiClient(configuration) as client:
        payments = PaymentsApi(client)
        if word == "create":
            order = PaymentRequest(
                amount=amount, order_id=os.environ["ORDER_ID"], callback_url=os.environ["CALLBACK_URL"]
            )
            created = payments.create_payment(order, idempotency_key="key-of-the-order")
            return f"created {created.data.transaction.authority}"
        if word == "read":
            payment = payments.get_payment(authority).data.transaction
            return f"payment {payment.status} {payment.amount}"
        request = VerificationRequest(authority=authority, amount=amount)
        verification = VerificationsApi(client).create_verification(request).data.verification
        return f"verified {verification.ref_id} {verification.amount}"


if __name__ == "__main__":
    try:
        print(step(*sys.argv[1:]))
    except ApiException as failure:
        if not isinstance(failure.data, ErrorResponse):
            raise
        print(f"refused {failure.data.error.code}")
