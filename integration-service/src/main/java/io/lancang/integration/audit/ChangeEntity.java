package io.lancang.integration.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An entry of the audit. */
@Entity
@Table(name = "management_change")
class ChangeEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private OffsetDateTime at = OffsetDateTime.MIN;
    private String actor = "";
    private String action = "";
    private String subject = "";
    private String content = "";

    /** For the entity manager, which fills it. */
    protected ChangeEntity() {}

    ChangeEntity(OffsetDateTime at, String actor, Deed deed) {
        this.at = at;
        this.actor = actor;
        this.action = deed.action();
        this.subject = deed.subject();
        this.content = deed.content().encode();
    }

    ManagementChange asRecord() {
        return new ManagementChange(String.valueOf(id), at, actor, action, subject, content);
    }
}
