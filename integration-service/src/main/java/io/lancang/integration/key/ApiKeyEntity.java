package io.lancang.integration.key;

import io.lancang.integration.client.Scopes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key on record, by its hash. */
@Entity
@SuppressWarnings("UnusedVariable") // Gateways find it by its hash.
@Table(name = "api_key")
public class ApiKeyEntity {
    @Id
    private String prefix = "";

    private String hash = "";
    private String client = "";
    private String label = "";
    private String scopes = "";

    @Column(name = "created_at")
    private OffsetDateTime createdAt = OffsetDateTime.MIN;

    @Column(name = "expires_at")
    private @Nullable OffsetDateTime expiresAt;

    @Column(name = "revoked_at")
    private @Nullable OffsetDateTime revokedAt;

    @Column(name = "revocation_reason")
    private @Nullable String revocationReason;

    @Column(name = "overlap_ends_at")
    private @Nullable OffsetDateTime overlapEndsAt;

    @Column(name = "replaced_by")
    private @Nullable String replacedBy;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable OffsetDateTime lastUsedAt;

    /** For the entity manager, which fills it. */
    protected ApiKeyEntity() {}

    ApiKeyEntity(KeyText key, String client, Terms terms, OffsetDateTime now) {
        this.prefix = key.prefix();
        this.hash = key.hash();
        this.client = client;
        this.label = terms.label();
        this.scopes = Scopes.text(terms.scopes());
        this.createdAt = now;
        this.expiresAt = terms.expiresAt();
    }

    /**
     * What a key is given.
     *
     * @param scopes checked, within those of its client
     * @param expiresAt until when it is good; null for no end
     */
    record Terms(
            String label, List<String> scopes, @Nullable OffsetDateTime expiresAt) {}

    void revoke(String reason, OffsetDateTime now) {
        revokedAt = now;
        revocationReason = reason;
    }

    void rotateOut(KeyText successor, OffsetDateTime until) {
        replacedBy = successor.prefix();
        overlapEndsAt = until;
    }

    /** Where it stands at a moment. */
    public KeyState stateAt(OffsetDateTime now) {
        if (revokedAt != null) {
            return KeyState.REVOKED;
        }
        if (overlapEndsAt != null) {
            return KeyState.ROTATED_OUT;
        }
        return expiresAt != null && !now.isBefore(expiresAt) ? KeyState.EXPIRED : KeyState.ACTIVE;
    }

    /** Whether it opens anything at a moment, its client apart. */
    public boolean isGoodAt(OffsetDateTime now) {
        OffsetDateTime end = goodUntil();
        return revokedAt == null && (end == null || now.isBefore(end));
    }

    /** When it ends by itself: when it expires, or another has taken its place; null for no end. */
    public @Nullable OffsetDateTime goodUntil() {
        if (expiresAt == null || overlapEndsAt == null) {
            return expiresAt == null ? overlapEndsAt : expiresAt;
        }
        return overlapEndsAt.isBefore(expiresAt) ? overlapEndsAt : expiresAt;
    }

    /** By which people recognise it. */
    public String prefix() {
        return prefix;
    }

    /** Id of the client that has it. */
    public String client() {
        return client;
    }

    /** What it was given; those that the client has no more do not count. */
    public List<String> scopes() {
        return Scopes.of(scopes);
    }

    /** Why it was revoked; null if it was not. */
    public @Nullable String revocationReason() {
        return revocationReason;
    }

    String label() {
        return label;
    }

    @Nullable
    OffsetDateTime expiresAt() {
        return expiresAt;
    }

    ApiKey asRecord(OffsetDateTime now) {
        return new ApiKey(
                prefix,
                label,
                scopes(),
                createdAt,
                expiresAt,
                lastUsedAt,
                stateAt(now),
                overlapEndsAt,
                replacedBy,
                revokedAt,
                revocationReason);
    }
}
