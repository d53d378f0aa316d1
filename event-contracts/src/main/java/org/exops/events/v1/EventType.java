package org.exops.events.v1;

/**
 * Binds a payload to the topic that carries it and to its CloudEvents type.
 *
 * @param topic the Kafka topic
 * @param type the value of {@code ce_type}
 * @param payload the class of the payload
 */
public record EventType<T>(String topic, String type, Class<T> payload) {

    /** Where a consumer puts what it cannot handle. */
    public String deadLetterTopic() {
        return topic + ".dlq";
    }
}
