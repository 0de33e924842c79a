package io.lancang.integration.webhook.identity;

import io.lancang.integration.client.Scopes;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;

/** A key with which this service asks the gateway in the name of a client, by its hash. */
@Entity
@Table(name = "webhook_key")
@IdClass(WebhookKeyEntity.Of.class)
@SuppressWarnings("UnusedVariable") // Gateways find it by its hash, and its client by a query.
public class WebhookKeyEntity {
    @Id
    private String client = "";

    @Id
    private String scopes = "";

    private String hash = "";

    /** For the entity manager, which fills it. */
    protected WebhookKeyEntity() {}

    WebhookKeyEntity(Of of, String hash) {
        this.client = of.client();
        this.scopes = of.scopes();
        this.hash = hash;
    }

    /** Whose it is, and what it may see, with single spaces. */
    public record Of(String client, String scopes) implements Serializable {}

    void become(String other) {
        hash = other;
    }

    /** What it may see: those that its client has no more do not count. */
    public List<String> scopesAmong(List<String> ofClient) {
        return Scopes.of(scopes).stream().filter(ofClient::contains).toList();
    }
}
