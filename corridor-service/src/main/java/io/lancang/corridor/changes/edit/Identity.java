package io.lancang.corridor.changes.edit;

import io.lancang.kit.edit.Edits;
import io.lancang.kit.error.ServiceException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** That an id stands for one thing for good, also when that thing is gone. */
@MappedSuperclass
@SuppressWarnings("UnusedVariable") // It is all that there is.
public abstract class Identity {
    @Id
    private String id = "";

    /** For the entity manager, which fills it. */
    protected Identity() {}

    /** @param id of what is added */
    protected Identity(String id) {
        this.id = id;
    }

    /**
     * Makes an id known; fails with BAD_USER_INPUT if something has it already, now or in the past.
     *
     * @param what what it is that has such ids, a noun
     */
    public static Uni<Void> claim(String what, String id, Identity identity) {
        return Panache.getSession()
                .chain(session -> session.find(identity.getClass(), id))
                .invoke(known -> {
                    if (known != null) {
                        throw ServiceException.badInput(
                                "There is, or once was, a " + what + " '" + id + "'.", "Choose another id.");
                    }
                })
                .chain(() -> Edits.keep(identity));
    }
}
