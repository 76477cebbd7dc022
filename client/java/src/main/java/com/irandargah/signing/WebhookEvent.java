package com.irandargah.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A webhook whose signature is right.
 *
 * @param id the same at every attempt: handle each once; null when the header is missing
 * @param event what happened, such as {@code payment.completed}
 * @param data what is signed; before you deliver, ask getPayment for the authority in it
 */
public record WebhookEvent(String id, String event, ObjectNode data) {}
