package io.lancang.integration.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A webhook on record. Who works on it changes other columns meanwhile, so that those alone are written that were changed here. */
@Entity
@DynamicUpdate
@Table(name = "webhook")
public class WebhookEntity {
    private static final int SHOWN = 10;

    @Id
    private String id = "";

    private String client = "";
    private String url = "";
    private String document = "";
    private String variables = "";

    @Column(name = "after_variable")
    private String afterVariable = "";

    private String field = "";
    private String scopes = "";

    @Enumerated(EnumType.STRING)
    private WebhookState state = WebhookState.ACTIVE;

    private @Nullable String reason;
    private @Nullable String notice;
    private String secret = "";

    @Column(name = "former_secret")
    private @Nullable String formerSecret;

    @Column(name = "former_until")
    private @Nullable OffsetDateTime formerUntil;

    @Column(name = "created_at")
    private OffsetDateTime createdAt = OffsetDateTime.MIN;

    private String place = "";

    @Column(name = "last_delivered_at")
    private @Nullable OffsetDateTime lastDeliveredAt;

    private int failures;

    @Column(name = "parked_in_a_row")
    private int parkedInARow;

    private long revision;

    /** For the entity manager, which fills it. */
    protected WebhookEntity() {}

    /**
     * A new one, which is active.
     *
     * @param scopes what its subscription may see, with single spaces
     */
    public WebhookEntity(String id, String client, Order order, String scopes, String secret, OffsetDateTime now) {
        this.id = id;
        this.client = client;
        this.scopes = scopes;
        this.secret = secret;
        this.createdAt = now;
        take(order);
    }

    /**
     * What a client ordered.
     *
     * @param variables JSON
     * @param afterVariable name of the variable that takes the place behind which events begin
     * @param field the field of the subscription
     * @param place behind which the first event is; null to go on where it stands
     */
    public record Order(
            String url,
            String document,
            String variables,
            String afterVariable,
            String field,
            @Nullable String place) {}

    /** Changes what is subscribed and where it goes. */
    public void order(Order order) {
        take(order);
    }

    private void take(Order order) {
        url = order.url();
        document = order.document();
        variables = order.variables();
        afterVariable = order.afterVariable();
        field = order.field();
        place = Objects.requireNonNullElse(order.place(), place);
        revision++;
    }

    /** Ends or pauses. */
    public void stop(WebhookState next, String why) {
        state = next;
        reason = why;
        revision++;
    }

    /** Begins again. */
    public void resume() {
        state = WebhookState.ACTIVE;
        reason = null;
        failures = 0;
        parkedInARow = 0;
        revision++;
    }

    /** Another secret signs from now on, and this one beside it for a while. */
    public void rotate(String next, OffsetDateTime until) {
        formerSecret = secret;
        formerUntil = until;
        secret = next;
        revision++;
    }

    /** Whoever works on it looks again. */
    public void touch() {
        revision++;
    }

    public String id() {
        return id;
    }

    public String client() {
        return client;
    }

    public String url() {
        return url;
    }

    public String document() {
        return document;
    }

    public String variables() {
        return variables;
    }

    public String afterVariable() {
        return afterVariable;
    }

    public String field() {
        return field;
    }

    /** What its subscription may see, with single spaces. */
    public String scopes() {
        return scopes;
    }

    public WebhookState state() {
        return state;
    }

    /** The event behind which the next ones begin. */
    public String place() {
        return place;
    }

    public long revision() {
        return revision;
    }

    /** How many deliveries in a row were parked. */
    public int parkedInARow() {
        return parkedInARow;
    }

    /** Those that sign at a moment, the latest first. */
    public List<String> secretsAt(OffsetDateTime now) {
        List<String> secrets = new ArrayList<>(List.of(secret));
        if (formerSecret != null && formerUntil != null && now.isBefore(formerUntil)) {
            secrets.add(formerSecret);
        }
        return List.copyOf(secrets);
    }

    /** As the graph has it. */
    public Webhook asRecord() {
        return new Webhook(
                id,
                client,
                url,
                document,
                variables,
                state,
                reason,
                notice,
                secret.substring(0, Math.min(SHOWN, secret.length())),
                place,
                createdAt,
                lastDeliveredAt,
                failures);
    }
}
