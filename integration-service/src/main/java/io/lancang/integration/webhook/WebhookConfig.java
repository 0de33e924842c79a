package io.lancang.integration.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Webhooks: where they may go, how they are tried again, and what each client may have. */
@ConfigMapping(prefix = "lancang.integration.webhooks")
public interface WebhookConfig {
    /** Where the gateway answers GraphQL: this service subscribes there in the name of clients. */
    @WithDefault("http://localhost:8080/graphql")
    String gatewayUrl();

    /** Whether deliveries may go to `http` URLs, unencrypted: for trying out. */
    @WithDefault("false")
    boolean allowHttp();

    /**
     * Whether deliveries may go to private, loopback, link-local and other addresses that are not of the public internet: for receivers
     * in one's own network. Whoever may register webhooks can then reach whatever this service reaches.
     */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /**
     * Which of Quarkus' TLS configurations ({@code quarkus.tls.NAME}) says which certificates of receivers are trusted, for those of an
     * authority of one's own: no other counts then. Those that Java comes with are trusted if it is left out.
     */
    Optional<String> tls();

    /** The ports to which deliveries may go; any where it is left out. The service ships with 443 and 8443. */
    Optional<Set<Integer>> ports();

    /** How many webhooks a client may have. */
    @WithDefault("20")
    int perClient();

    /** How long a document and its variables may be, in characters together. */
    @WithDefault("20000")
    int maxDocumentLength();

    /** How large an event may be, in bytes; of a larger one a notice is delivered that says how large it is. */
    @WithDefault("262144")
    int maxPayload();

    /** How many deliveries of a webhook may wait. Then no more events are taken until some are delivered; none is lost. */
    @WithDefault("10000")
    int maxWaiting();

    /** How long a delivery is tried, before it is parked. */
    @WithDefault("3D")
    Duration patience();

    /** After how long a delivery is tried again; each further attempt waits up to twice as long. */
    @WithDefault("5S")
    Duration firstRetry();

    /** The longest that it waits. */
    @WithDefault("1H")
    Duration longestRetry();

    /** How many deliveries in a row are parked before a webhook is paused. */
    @WithDefault("3")
    int pauseAfter();

    /** How long a receiver has to answer, connecting included. */
    @WithDefault("15S")
    Duration timeout();

    /** How many deliveries may be under way at once to one host and port. */
    @WithDefault("4")
    int perHost();

    /** How long what was delivered or parked is kept, to be shown and replayed. */
    @WithDefault("7D")
    Duration kept();

    /**
     * How often an event whose answer has errors, such as those of a subgraph that is down, is asked for again before it is delivered with
     * them.
     */
    @WithDefault("5")
    int incompleteAttempts();

    /** How long an instance works on a webhook without saying so again: after that another one takes over. */
    @WithDefault("15S")
    Duration lease();

    /** How many webhooks one instance works on at once. */
    @WithDefault("1000")
    int perInstance();
}
