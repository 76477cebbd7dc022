"""One step of a payment by openapi-python-client."""
import os
import sys

sys.path.insert(0, "out")

from iran_dargah_payment_gateway_client import AuthenticatedClient  # noqa: E402
from iran_dargah_payment_gateway_client.api.payments import create_payment, get_payment  # noqa: E402
from iran_dargah_payment_gateway_client.api.verifications import create_verification  # noqa: E402
from iran_dargah_payment_gateway_client.models import (  # noqa: E402
    ErrorResponse,
    PaymentRequest,
    VerificationRequest,
)


def step(word: str, authority: str = "") -> str:
    amount = int(os.environ["AMOUNT"])
    client = AuthenticatedClient(base_url=os.environ["SERVER"], token=os.environ["TOKEN"])
    if word == "create":
        order = PaymentRequest(
            amount=amount, order_id=os.environ["ORDER_ID"], callback_url=os.environ["CALLBACK_URL"]
        )
        answer = create_payment.sync(client=client, body=order, idempotency_key="key-of-the-order")
    elif word == "read":
        answer = get_payment.sync(client=client, authority=authority)
    else:
        request = VerificationRequest(authority=authority, amount=amount)
        answer = create_verification.sync(client=client, body=request)
    if isinstance(answer, ErrorResponse):
        return f"refused {answer.error.code}"
    if word == "create":
        return f"created {answer.data.transaction.authority}"
    if word == "read":
        return f"payment {answer.data.transaction.status} {answer.data.transaction.amount}"
    return f"verified {answer.data.verification.ref_id} {answer.data.verification.amount}"


if __name__ == "__main__":
    print(step(*sys.argv[1:]))
