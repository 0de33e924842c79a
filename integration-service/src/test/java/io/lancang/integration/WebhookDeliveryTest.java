package io.lancang.integration;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.integration.FakeGateway.Topic;
import io.lancang.integration.Receiver.Received;
import io.lancang.integration.WebhookClient.Registered;
import io.lancang.integration.webhook.outbox.OutboxRepository;
import io.lancang.kit.fixture.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events come from the gateway to the receiver, whatever either does meanwhile. */
@QuarkusTest
class WebhookDeliveryTest extends RunningService {
    @Inject
    OutboxRepository outbox;

    @Test
    void deliversEachEventSignedAndInOrder() {
        Topic topic = FakeGateway.topic("inOrder");
        WebhookClient client = WebhookClient.of("in-order");
        try (Receiver receiver = new Receiver()) {
            topic.publish("seen before");
            Registered webhook = client.register(receiver.url(), "inOrder", "1");
            topic.publish("second");
            topic.publish("third");

            List<Received> received = receiver.await(2);
            assertEquals(
                    List.of("second", "third"),
                    received.stream().map(each -> each.data().getString("name")).toList());
            Received first = received.getFirst();
            assertEquals("application/cloudevents+json; charset=utf-8", first.contentType());
            assertEquals("1.0", first.event().getString("specversion"));
            assertEquals("io.lancang.releasePublished", first.event().getString("type"));
            assertEquals("/webhooks/" + webhook.id(), first.event().getString("source"));
            assertEquals("2", first.event().getString("id"));
            assertTrue(first.isSignedBy(webhook.secret()), "by the secret that was shown");
            assertFalse(first.isSignedBy("whsec_" + "A".repeat(43) + "="), "by no other");
            assertNotEquals(first.id(), received.getLast().id());
            Eventually.holds(
                    "the place is that of the last event",
                    () -> client.webhook(webhook.id(), "place")
                            .getString("place")
                            .equals("3"));
        }
    }

    /** The key that the gateway is asked with is one that the service vouches for, as the client and with its scopes. */
    @Test
    void asksTheGatewayInTheNameOfItsClient() {
        WebhookClient client = WebhookClient.of("asks-as");
        try (Receiver receiver = new Receiver()) {
            client.register(receiver.url(), "asksAs", "0");
        }
        String key = FakeGateway.topic("asksAs").keys.getFirst();
        Gateway.verify(key)
                .then()
                .statusCode(200)
                .body("client", equalTo("asks-as"))
                .body("scopes", contains("a:read", "b:read"))
                .body("plan.name", equalTo("standard"));
        assertEquals("1", text("select count(*) from webhook_key where client = 'asks-as'"));
        assertFalse(
                text("select string_agg(k::text, ' ') from webhook_key k").contains(key.substring(13)),
                "the secret is on record");
        ADMIN.data("mutation { changeClient(id: \"asks-as\", change: {scopes: [\"b:read\"]}) { id } }");
        Gateway.verify(key).then().statusCode(200).body("scopes", contains("b:read"));
        ADMIN.data("mutation { suspendClient(id: \"asks-as\", reason: \"unpaid\") { id } }");
        Gateway.verify(key).then().statusCode(410).body("code", equalTo("CLIENT_SUSPENDED"));
    }

    /** Three refusals, then the same again until it is taken: once for the receiver, by its id. */
    @Test
    void triesAgainWithTheSameIdUntilTheReceiverTakesIt() {
        Topic topic = FakeGateway.topic("again");
        WebhookClient client = WebhookClient.of("tried-again");
        try (Receiver receiver = new Receiver()) {
            AtomicInteger refusals = new AtomicInteger(3);
            receiver.answers(request -> {
                if (refusals.getAndDecrement() > 0) {
                    request.response().setStatusCode(503).end("busy");
                } else {
                    Receiver.TAKES.accept(request);
                }
            });
            Registered webhook = client.register(receiver.url(), "again", "0");
            topic.publish("one");
            topic.publish("two");

            List<Received> received = receiver.await(5);
            Set<String> ids = new HashSet<>();
            received.subList(0, 4).forEach(each -> ids.add(each.id()));
            assertEquals(1, ids.size(), "the first one, four times");
            assertEquals("two", received.get(4).data().getString("name"));
            Eventually.holds(
                    "both are delivered",
                    () -> client.webhook(webhook.id(), "deliveries(state: DELIVERED) { nodes { id } }")
                                    .getList("deliveries.nodes")
                                    .size()
                            == 2);
            JsonPath shown = client.webhook(
                    webhook.id(),
                    "failures lastDeliveredAt deliveries(first: 5) { nodes { id eventId state attemptCount attempts { status error } } }");
            assertEquals(List.of("2", "1"), shown.getList("deliveries.nodes.eventId"));
            assertEquals(List.of(503, 503, 503, 204), shown.getList("deliveries.nodes[1].attempts.status"));
            assertEquals("The receiver answered 503.", shown.getString("deliveries.nodes[1].attempts[0].error"));
            assertEquals(0, shown.getInt("failures"));
        }
    }

    /** Parked after the patience of two seconds, and paused after the second one; resumed and replayed, all come in order. */
    @Test
    void parksPausesAndReplaysWhatAReceiverNeverTook() {
        Topic topic = FakeGateway.topic("parked");
        WebhookClient client = WebhookClient.of("parks");
        OffsetDateTime begin = OffsetDateTime.now(ZoneOffset.UTC);
        try (Receiver receiver = new Receiver()) {
            receiver.answers(request -> request.response()
                    .setStatusCode(302)
                    .putHeader("location", receiver.url())
                    .end());
            Registered webhook = client.register(receiver.url(), "parked", "0");
            topic.publish("one");
            topic.publish("two");
            topic.publish("three");
            client.awaitState(webhook.id(), "PAUSED");

            JsonPath shown =
                    client.webhook(webhook.id(), "reason deliveries { nodes { state attempts { status error } } }");
            assertTrue(shown.getString("reason").startsWith("2 deliveries in a row"), shown.getString("reason"));
            assertEquals(List.of("PENDING", "PARKED", "PARKED"), shown.getList("deliveries.nodes.state"));
            assertEquals(
                    "The receiver redirects (302), which is not followed. Register the new URL.",
                    shown.getString("deliveries.nodes[2].attempts[0].error"));
            assertEquals(
                    "integration-service",
                    text("select actor from management_change where action = 'pauseWebhook' and subject = '"
                            + webhook.id() + "'"));

            int before = receiver.received().size();
            receiver.answers(Receiver.TAKES);
            client.graph()
                    .data("mutation { replayWebhook(id: \"" + webhook.id() + "\", since: \"" + begin
                            + "\") { deliveries } resumeWebhook(id: \"" + webhook.id() + "\") { state } }");
            Eventually.holds(
                    "all are delivered",
                    () -> client.webhook(webhook.id(), "deliveries(state: DELIVERED) { nodes { id } }")
                                    .getList("deliveries.nodes")
                                    .size()
                            == 3);
            assertEquals(
                    List.of("one", "two", "three"),
                    receiver.received().stream()
                            .skip(before)
                            .map(each -> each.data().getString("name"))
                            .distinct()
                            .toList());
        }
    }

    /** An hour is more than the patience of two seconds, so that each of these is parked at its first attempt. */
    private static void parksWhatIsBad(Receiver receiver) {
        receiver.answers(request -> {
            if (receiver.received().getLast().data().getString("name").startsWith("bad")) {
                request.response()
                        .setStatusCode(429)
                        .putHeader("retry-after", "3600")
                        .end();
            } else {
                Receiver.TAKES.accept(request);
            }
        });
    }

    private static void awaitDeliveries(WebhookClient client, String webhook, String... states) {
        Eventually.holds(
                "deliveries are " + List.of(states) + ", the latest first",
                () -> List.of(states)
                        .equals(client.webhook(webhook, "deliveries { nodes { state } }")
                                .getList("deliveries.nodes.state")));
    }

    /** Two in a row would pause it. */
    @Test
    void goesOnWhereDeliveriesAreParkedWithOthersBetween() {
        Topic topic = FakeGateway.topic("between");
        WebhookClient client = WebhookClient.of("parks-between");
        try (Receiver receiver = new Receiver()) {
            parksWhatIsBad(receiver);
            String id = client.register(receiver.url(), "between", "0").id();
            topic.publish("bad one");
            topic.publish("good one");
            topic.publish("bad two");
            topic.publish("good two");

            awaitDeliveries(client, id, "DELIVERED", "PARKED", "DELIVERED", "PARKED");
            JsonPath shown = client.webhook(id, "state deliveries { nodes { attemptCount } }");
            assertEquals("ACTIVE", shown.getString("state"));
            assertEquals(List.of(1, 1, 1, 1), shown.getList("deliveries.nodes.attemptCount", Integer.class));
        }
    }

    @Test
    void countsAnewWhatIsParkedOnceItIsResumed() {
        Topic topic = FakeGateway.topic("anew");
        WebhookClient client = WebhookClient.of("parks-anew");
        try (Receiver receiver = new Receiver()) {
            parksWhatIsBad(receiver);
            String id = client.register(receiver.url(), "anew", "0").id();
            topic.publish("bad one");
            topic.publish("bad two");
            client.awaitState(id, "PAUSED");
            client.graph().data("mutation { resumeWebhook(id: \"" + id + "\") { state } }");
            topic.publish("bad three");
            topic.publish("good");

            awaitDeliveries(client, id, "DELIVERED", "PARKED", "PARKED", "PARKED");
            assertEquals("ACTIVE", client.webhook(id, "state").getString("state"));
        }
    }

    @Test
    void replaysOfOneWebhookWhatWasTakenSinceAMoment() {
        Topic topic = FakeGateway.topic("since");
        Topic otherTopic = FakeGateway.topic("sinceOther");
        WebhookClient client = WebhookClient.of("replays-since");
        try (Receiver receiver = new Receiver();
                Receiver other = new Receiver()) {
            String id = client.register(receiver.url(), "since", "0").id();
            String otherId = client.register(other.url(), "sinceOther", "0").id();
            topic.publish("early");
            topic.publish("late");
            otherTopic.publish("of another webhook");
            awaitDeliveries(client, id, "DELIVERED", "DELIVERED");
            awaitDeliveries(client, otherId, "DELIVERED");
            update("update delivery set created_at = now() - interval '2 hours' where webhook = ? and event = '1'", id);

            OffsetDateTime anHourAgo = OffsetDateTime.now(ZoneOffset.UTC).minusHours(1);
            assertEquals(
                    1,
                    client.graph()
                            .data("mutation { replayWebhook(id: \"" + id + "\", since: \"" + anHourAgo
                                    + "\") { deliveries } }")
                            .getInt("replayWebhook.deliveries"));
            assertEquals("late", receiver.await(3).getLast().data().getString("name"));
        }
    }

    /** What ended is kept for seven days. */
    @Test
    void forgetsWhatEndedLongAgoAndNothingThatWaits() throws Throwable {
        WebhookClient client = WebhookClient.of("forgets");
        String id = client.register("http://127.0.0.1:1/events", "forgets", "0").id();
        client.graph().data("mutation { pauseWebhook(id: \"" + id + "\", reason: \"quiet\") { state } }");
        update("""
                insert into delivery (id, webhook, event, payload, state, created_at, due_since, next_attempt_at)
                select name, ?, name, '{}', state, now() - age, now() - age, now() - age
                from (values ('delivered 8 days ago', 'DELIVERED', interval '8 days'),
                             ('parked 8 days ago', 'PARKED', interval '8 days'),
                             ('waits for 8 days', 'PENDING', interval '8 days'),
                             ('delivered 6 days ago', 'DELIVERED', interval '6 days')) as d (name, state, age)
                """, id);

        VertxContextSupport.subscribeAndAwait(() -> outbox.forget());

        assertEquals(
                "delivered 6 days ago, waits for 8 days",
                text("select string_agg(id, ', ' order by id) from delivery where webhook = '" + id + "'"));
    }

    @Test
    void goesOnWhereAnInstanceThatEndedWasWorkingOnIt() {
        Topic topic = FakeGateway.topic("orphaned");
        WebhookClient client = WebhookClient.of("is-orphaned");
        try (Receiver receiver = new Receiver()) {
            String id = client.register(receiver.url(), "orphaned", "0").id();
            topic.publish("one");
            awaitDeliveries(client, id, "DELIVERED");
            update(
                    "update webhook set lease_owner = 'another', lease_until = now() - interval '1 second' where id = ?",
                    id);
            topic.publish("two");

            assertEquals("two", receiver.await(2).getLast().data().getString("name"));
        }
    }

    /** Half of a webhook is the share of each instance, and the half is rounded up. */
    @Test
    void worksOnTheOnlyWebhookAlthoughThereAreTwoInstances() {
        Topic topic = FakeGateway.topic("only");
        WebhookClient client = WebhookClient.of("is-only");
        update("update webhook set state = 'PAUSED' where state = 'ACTIVE'");
        update("insert into webhook_worker (id, seen_at) values ('another', now() + interval '1 hour')");
        try (Receiver receiver = new Receiver()) {
            topic.publish("one");
            client.register(receiver.url(), "only", "0");

            assertEquals("one", receiver.await(1).getFirst().data().getString("name"));
        } finally {
            update("delete from webhook_worker where id = 'another'");
        }
    }

    @Test
    void endsWhereTheReceiverIsGone() {
        Topic topic = FakeGateway.topic("gone");
        WebhookClient client = WebhookClient.of("is-gone");
        try (Receiver receiver = new Receiver()) {
            receiver.answers(request -> request.response().setStatusCode(410).end());
            Registered webhook = client.register(receiver.url(), "gone", "0");
            topic.publish("one");
            client.awaitState(webhook.id(), "ENDED");
            assertEquals(
                    "CONFLICT: The webhook '" + webhook.id() + "' has ended: its receiver answered that it is gone.",
                    client.graph().error("mutation { resumeWebhook(id: \"" + webhook.id() + "\") { id } }"));
        }
    }

    /** Looks for work that come before the database knows of the end find the webhook as it was. */
    @Test
    void deliversNoMoreWhileTheEndIsBeingNoted() throws SQLException {
        Topic topic = FakeGateway.topic("goneLate");
        WebhookClient client = WebhookClient.of("is-gone-late");
        try (Receiver receiver = new Receiver();
                LateNotes late = LateNotes.begin(database, "webhook", "state")) {
            receiver.answers(request -> request.response().setStatusCode(410).end());
            Registered webhook = client.register(receiver.url(), "goneLate", "0");
            topic.publish("one");
            late.awaitNote();
            topic.publish("two");
            awaitLooks("webhook", webhook.id(), () -> receiver.received().size() > 1);
            late.let();
            client.awaitState(webhook.id(), "ENDED");
            assertEquals(1, receiver.received().size());
        }
    }

    /** A second passes while 300 are published and connections break: each is delivered once, by the ids, and in order. */
    @Test
    void losesNothingWhenConnectionsToTheGatewayBreak() {
        Topic topic = FakeGateway.topic("breaks");
        WebhookClient client = WebhookClient.of("breaks-off");
        try (Receiver receiver = new Receiver()) {
            client.register(receiver.url(), "breaks", "0");
            for (int number = 1; number <= 300; number++) {
                topic.publish("event " + number);
                if (number % 60 == 0) {
                    int listeners = number;
                    Eventually.holds("somebody listens after " + listeners, () -> topic.listeners() > 0);
                    topic.breakOff();
                }
            }
            List<Received> received = receiver.await(300);
            assertEquals(
                    IntStream.rangeClosed(1, 300)
                            .mapToObj(number -> "event " + number)
                            .toList(),
                    received.stream().map(each -> each.data().getString("name")).toList());
        }
    }

    @Test
    void asksAgainForAnEventWithErrors() {
        Topic topic = FakeGateway.topic("incomplete");
        WebhookClient client = WebhookClient.of("incomplete");
        try (Receiver receiver = new Receiver()) {
            client.register(receiver.url(), "incomplete", "0");
            topic.failsOnce.set(true);
            topic.publish("one");
            String body = receiver.await(1).getFirst().body();
            assertFalse(body.contains("errors"), body);
        }
    }

    /** 2,000 bytes may be delivered. */
    @Test
    void tellsHowLargeAnEventIsThatIsTooLarge() {
        Topic topic = FakeGateway.topic("large");
        WebhookClient client = WebhookClient.of("too-large");
        try (Receiver receiver = new Receiver()) {
            client.register(receiver.url(), "large", "0");
            topic.publish("x".repeat(3_000));
            topic.publish("small");
            List<Received> received = receiver.await(2);
            assertEquals(
                    "io.lancang.webhook.eventTooLarge",
                    received.getFirst().event().getString("type"));
            // {"data":{"releasePublished":{"cursor":"1","name":"…"}}}: 54 characters around the name.
            assertEquals(
                    3_054, received.getFirst().event().getJsonObject("data").getInteger("bytes"));
            assertEquals("small", received.getLast().data().getString("name"));
        }
    }

    /** 150 deliveries may wait. While the receiver does not answer, none of those behind the first 160 is taken; then all are delivered. */
    @Test
    void takesNoMoreEventsThanMayWaitAndLosesNone() {
        Topic topic = FakeGateway.topic("full");
        WebhookClient client = WebhookClient.of("is-full");
        AtomicBoolean isSilent = new AtomicBoolean(true);
        try (Receiver receiver = new Receiver()) {
            receiver.answers(request -> {
                if (!isSilent.get()) {
                    Receiver.TAKES.accept(request);
                }
            });
            for (int number = 1; number <= 160; number++) {
                topic.publish("event " + number);
            }
            Registered webhook = client.register(receiver.url(), "full", "0");
            Eventually.holds(
                    "the notice says so",
                    () -> String.valueOf(client.webhook(webhook.id(), "notice").getString("notice"))
                            .startsWith("160 deliveries wait"));
            assertEquals("160", client.webhook(webhook.id(), "place").getString("place"));
            assertEquals(0, topic.listeners());
            topic.publish("event 161");
            isSilent.set(false);
            Eventually.holds("161 come", () -> distinct(receiver) == 161);
        }
    }

    private static long distinct(Receiver receiver) {
        return receiver.received().stream().map(Received::id).distinct().count();
    }
}
