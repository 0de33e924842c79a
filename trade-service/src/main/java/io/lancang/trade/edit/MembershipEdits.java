package io.lancang.trade.edit;

import io.lancang.kit.edit.Change;
import io.lancang.kit.edit.EditEntity;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.edit.Undoable;
import io.lancang.kit.entity.Historical;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.lancang.trade.bloc.Membership;
import io.lancang.trade.bloc.MembershipEntity;
import io.lancang.trade.bloc.MembershipRepository;
import io.lancang.trade.bloc.NewMembership;
import io.lancang.trade.partner.Partners;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds and ends memberships of blocs. */
@Singleton
class MembershipEdits implements Undoable {
    private static final String ADD = "addMembership";
    private static final String END = "endMembership";
    private static final String DATASET = "memberships";

    private final Edits edits;
    private final InputRules rules;
    private final Partners partners;
    private final MembershipRepository repository;

    MembershipEdits(Edits edits, InputRules rules, Partners partners, MembershipRepository repository) {
        this.edits = edits;
        this.rules = rules;
        this.partners = partners;
        this.repository = repository;
    }

    /** Fails with NOT_FOUND for an unknown partner or bloc, and with CONFLICT if the partner is a member in that time already. */
    Uni<Membership> add(NewMembership added) {
        rules.check(added);
        JsonObject content = new JsonObject()
                .put("from", added.from().toString())
                .put("fromPrecision", added.fromPrecision().name())
                .put("to", text(added.to()))
                .put("role", added.role())
                .put("note", added.note());
        Change change = Change.of(ADD, DATASET, subject(added.bloc(), added.partner()), content, added.source());
        return checked(added.bloc(), added.partner())
                .chain(() -> edits.make(
                        change,
                        release -> present(added.partner(), added.bloc())
                                .invoke(known -> requireApart(added, known))
                                .chain(() -> added(MembershipEntity.of(added, release)))
                                .map(membership -> new Edits.Made<>(new JsonObject(), membership))));
    }

    /** Fails with NOT_FOUND if there is no membership that lasts, and with BAD_USER_INPUT for a day before its first. */
    Uni<Membership> end(String bloc, String partner, LocalDate day, String source) {
        JsonObject content = new JsonObject().put("to", day.toString());
        Change change = Change.of(END, DATASET, subject(bloc, partner), content, source);
        return checked(bloc, partner)
                .chain(() -> edits.make(
                        change,
                        release -> present(partner, bloc)
                                .map(known -> lasting(bloc, partner, day, known))
                                .chain(lasting -> {
                                    lasting.close(release);
                                    return added(lasting.endedOn(day, source, release));
                                })
                                .map(membership -> new Edits.Made<>(new JsonObject().putNull("to"), membership))));
    }

    private Uni<Void> checked(String bloc, String partner) {
        return partners.byCode(partner).chain(() -> partners.checkBloc(bloc));
    }

    private Uni<List<MembershipEntity>> present(String partner, String bloc) {
        return Historical.showing(Vantage.PRESENT).chain(() -> repository.of(partner, bloc));
    }

    private Uni<Membership> added(MembershipEntity membership) {
        return repository.persist(membership).map(kept -> kept.asRecord(Vantage.PRESENT));
    }

    private static void requireApart(NewMembership added, List<MembershipEntity> known) {
        for (MembershipEntity each : known) {
            boolean isBefore = each.ends() != null && each.ends().isBefore(added.from());
            boolean isAfter = added.to() != null && added.to().isBefore(each.starts());
            if (!isBefore && !isAfter) {
                throw new ServiceException(
                        ErrorCode.CONFLICT,
                        added.partner() + " is on record as a member of " + added.bloc() + " from " + each.starts()
                                + " to " + (each.ends() == null ? "this day" : each.ends()) + ".",
                        "End that membership first with `endMembership`, or give days outside of it.");
            }
        }
    }

    private static MembershipEntity lasting(String bloc, String partner, LocalDate day, List<MembershipEntity> known) {
        MembershipEntity lasting = known.stream()
                .filter(each -> each.ends() == null)
                .findFirst()
                .orElseThrow(() -> ServiceException.notFound(
                        partner + " has no membership of " + bloc + " that lasts.",
                        "`partner(code: \"" + partner
                                + "\") { memberships(asOf: …) { bloc { code } from to } }` shows those"
                                + " of a day."));
        if (day.isBefore(lasting.starts())) {
            throw ServiceException.badInput(
                    "`to` is " + day + ", before the membership begins on " + lasting.starts() + ".",
                    "Send its last day.");
        }
        return lasting;
    }

    private static String subject(String bloc, String partner) {
        return bloc + "/" + partner;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    @Override
    public boolean isMadeBy(String action) {
        return Set.of(ADD, END).contains(action);
    }

    @Override
    public List<String> datasetsOf(EditEntity edit) {
        return List.of(DATASET);
    }

    /** Closes what the change gave, and gives again what it closed. */
    @Override
    public Uni<Void> undo(EditEntity edit, String action, long release) {
        return repository.touchedBy(edit.release()).chain(touched -> {
            List<MembershipEntity> given = touched.stream()
                    .filter(each -> each.release() == edit.release())
                    .toList();
            return inForce(edit, given).chain(inForce -> {
                inForce.forEach(each -> each.close(release));
                return Multi.createFrom()
                        .iterable(touched)
                        .filter(each -> each.release() != edit.release())
                        .onItem()
                        .transformToUniAndConcatenate(each -> repository.persist(each.again(release)))
                        .collect()
                        .last()
                        .replaceWithVoid();
            });
        });
    }

    /** What a change gave, or the same given again by an undoing of what was changed of it since. */
    private Uni<List<MembershipEntity>> inForce(EditEntity edit, List<MembershipEntity> given) {
        return Multi.createFrom()
                .iterable(given)
                .onItem()
                .transformToUniAndConcatenate(
                        each -> repository.currentOf(each).onItem().ifNull().failWith(() -> edits.changedSince(edit)))
                .collect()
                .asList();
    }
}
