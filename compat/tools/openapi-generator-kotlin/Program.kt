// One step of a payment by openapi-generator's Kotlin client.

import java.net.URI
import kotlin.system.exitProcess
import org.openapitools.client.apis.PaymentsApi
import org.openapitools.client.apis.VerificationsApi
import org.openapitools.client.infrastructure.ApiClient
import org.openapitools.client.infrastructure.ClientError
import org.openapitools.client.infrastructure.ClientException
import org.openapitools.client.infrastructure.Serializer
import org.openapitools.client.models.ErrorResponse
import org.openapitools.client.models.PaymentRequest
import org.openapitools.client.models.VerificationRequest

fun env(name: String): String = System.getenv(name)

fun step(word: String, authority: String): String {
    val amount = env("AMOUNT").toLong()
    ApiClient.accessToken = env("TOKEN")
    val payments = PaymentsApi(env("SERVER"))
    return when (word) {
        "create" -> {
            val order = PaymentRequest(amount, env("ORDER_ID"), URI(env("CALLBACK_URL")))
            "created ${payments.createPayment(order, idempotencyKey = "key-of-the-order").data.transaction.authority}"
        }
        "read" -> {
            val payment = payments.getPayment(authority).data.transaction
            "payment ${payment.status} ${payment.amount}"
        }
        else -> {
            val request = VerificationRequest(authority, amount)
            val verification = VerificationsApi(env("SERVER")).createVerification(request).data.verification
            "verified ${verification.refId} ${verification.amount}"
        }
    }
}

fun main(arguments: Array<String>) {
    try {
        println(step(arguments[0], arguments.getOrElse(1) { "" }))
    } catch (failure: ClientException) {
        val body = (failure.response as ClientError<*>).body as String
        val answer = Serializer.moshi.adapter(ErrorResponse::class.java).fromJson(body) ?: throw failure
        println("refused ${answer.error.code}")
    }
    // OkHttp's threads would keep the program for a minute.
    exitProcess(0)
}
