"""One step of a payment with the models of datamodel-code-generator."""
import os
import sys
from typing import TypeVar
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from uuid import uuid4

from pydantic import BaseModel

from out import (
    ErrorResponse,
    PaymentCreatedResponse,
    PaymentRequest,
    PaymentResponse,
    VerificationCreatedResponse,
    VerificationRequest,
)

Answer = TypeVar("Answer", bound=BaseModel)


def call(path: str, answer: type[Answer], body: BaseModel | None = None) -> Answer:
    request = Request(
        f"{os.environ['SERVER']}/v2/{path}",
        data=body.model_dump_json(exclude_unset=True).encode() if body else None,
        headers={
            "Authorization": f"Bearer {os.environ['TOKEN']}",
            "Content-Type": "application/json",
            "Idempotency-Key": uuid4().hex,
        },
    )
    with urlopen(request) as response:
        return answer.model_validate_json(response.read())


def step(word: str, authority: str = "") -> str:
    amount = int(os.environ["AMOUNT"])
    if word == "create":
        order = PaymentRequest(
            amount=amount, order_id=os.environ["ORDER_ID"], callback_url=os.environ["CALLBACK_URL"]
        )
        created = call("payments", PaymentCreatedResponse, order)
        return f"created {created.data.transaction.authority.root}"
    if word == "read":
        payment = call(f"payments/{authority}", PaymentResponse).data.transaction
        return f"payment {payment.status.root} {payment.amount.root}"
    request = VerificationRequest(authority=authority, amount=amount)
    verification = call("verifications", VerificationCreatedResponse, request).data.verification
    return f"verified {verification.ref_id.root} {verification.amount.root}"


if __name__ == "__main__":
    try:
        print(step(*sys.argv[1:]))
    except HTTPError as failure:
        print(f"refused {ErrorResponse.model_validate_json(failure.read()).error.code.root}")
