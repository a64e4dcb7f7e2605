package io.tradewind.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tradewind.contracts.Topic;

/** Something that happened, as it is put on Kafka: the body of a CloudEvent in binary mode. */
public interface Event {

    /** Key of the Kafka record: the id of the aggregate within which order must hold. */
    @JsonIgnore
    String eventKey();

    /** CloudEvents type of this record, as {@link EventCatalogue} lists it. */
    @JsonIgnore
    default String eventType() {
        return EventCatalogue.typeOf(getClass());
    }

    /** Topic this record is published to. */
    @JsonIgnore
    default Topic eventTopic() {
        return EventCatalogue.topicOf(getClass());
    }
}
