package io.lancang.integration.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client on record. */
@Entity
@Table(name = "client")
public class ClientEntity {
    @Id
    private String id = "";

    private String name = "";
    private String contact = "";

    @Enumerated(EnumType.STRING)
    private ClientState state = ClientState.ACTIVE;

    @Column(name = "suspension_reason")
    private @Nullable String suspensionReason;

    @Enumerated(EnumType.STRING)
    private ClientRole role = ClientRole.CLIENT;

    private String plan = "";
    private String scopes = "";

    @Column(name = "created_at")
    private OffsetDateTime createdAt = OffsetDateTime.MIN;

    /** For the entity manager, which fills it. */
    protected ClientEntity() {}

    ClientEntity(NewClient given, List<String> scopes, OffsetDateTime now) {
        this.id = given.id();
        this.name = given.name();
        this.contact = given.contact();
        this.role = given.role();
        this.plan = given.plan();
        this.scopes = Scopes.text(scopes);
        this.createdAt = now;
    }

    void change(ClientChange change, @Nullable List<String> otherScopes) {
        name = change.name() == null ? name : change.name();
        contact = change.contact() == null ? contact : change.contact();
        plan = change.plan() == null ? plan : change.plan();
        role = change.role() == null ? role : change.role();
        scopes = otherScopes == null ? scopes : Scopes.text(otherScopes);
    }

    void suspend(String reason) {
        state = ClientState.SUSPENDED;
        suspensionReason = reason;
    }

    void resume() {
        state = ClientState.ACTIVE;
        suspensionReason = null;
    }

    /** As the graph has it, apart from what others add to it. */
    public Client asRecord() {
        return new Client(id, name, contact, state, suspensionReason, role, Scopes.of(scopes), createdAt, plan);
    }
}
