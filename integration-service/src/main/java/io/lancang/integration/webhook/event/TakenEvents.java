package io.lancang.integration.webhook.event;

import io.lancang.integration.webhook.event.EventReader.ReadEvent;
import io.lancang.integration.webhook.outbox.OutboxRepository.Taken;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What becomes of the events of a webhook. Belongs to one context. */
public final class TakenEvents {
    private static final String ERRORS = "\"errors\"";

    private final String webhook;
    private final String field;
    private final int maximum;
    private final int attempts;
    private int incomplete;

    /**
     * @param field of the subscription
     * @param maximum bytes of an event that is delivered as it is
     * @param attempts how often an event with errors is asked for again
     */
    public TakenEvents(String webhook, String field, int maximum, int attempts) {
        this.webhook = webhook;
        this.field = field;
        this.maximum = maximum;
        this.attempts = attempts;
    }

    /** About one event. */
    sealed interface Judgement {
        /** It is delivered. */
        record Good(Taken taken) implements Judgement {}

        /** Its answer may be whole when it is asked for again. */
        record Incomplete(String why) implements Judgement {}

        /** No event comes of this subscription. */
        record Refused(RefusedEventsException refusal) implements Judgement {}
    }

    int maximum() {
        return maximum;
    }

    Judgement judge(ReadEvent event) {
        if (event.length() > maximum) {
            return event.id().isEmpty()
                    ? new Judgement.Refused(noPlace())
                    : good(event, EventLetter.tooLarge(webhook, field, event.id(), event.length(), maximum));
        }
        JsonArray errors = errors(event.data());
        if (event.id().isEmpty()) {
            return new Judgement.Refused(errors.isEmpty() ? noPlace() : RefusedEventsException.of(200, errors));
        }
        if (!errors.isEmpty() && incomplete < attempts) {
            incomplete++;
            return new Judgement.Incomplete("The event " + event.id() + " has errors, and is asked for again: "
                    + RefusedEventsException.of(200, errors).getMessage());
        }
        return good(event, EventLetter.event(webhook, field, event.id(), event.data()));
    }

    /** The event that was asked for again is kept. */
    void complete() {
        incomplete = 0;
    }

    private Judgement good(ReadEvent event, String letter) {
        return new Judgement.Good(new Taken(EventLetter.id(webhook, event.id()), event.id(), letter));
    }

    /** Most answers have none, and need not be read for it. */
    private static JsonArray errors(String answer) {
        if (!answer.contains(ERRORS)) {
            return new JsonArray();
        }
        try {
            JsonArray errors = new JsonObject(answer).getJsonArray("errors");
            return errors == null ? new JsonArray() : errors;
        } catch (DecodeException | ClassCastException malformed) {
            return new JsonArray()
                    .add(new JsonObject().put("message", "The gateway's answer is no response of GraphQL."));
        }
    }

    private static RefusedEventsException noPlace() {
        return new RefusedEventsException(
                "BAD_USER_INPUT",
                "An event came without its place, so that nobody could go on behind it. Select `cursor` of the event.");
    }
}
