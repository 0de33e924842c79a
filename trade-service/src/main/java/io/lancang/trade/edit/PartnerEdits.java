package io.lancang.trade.edit;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.edit.Change;
import io.lancang.kit.edit.EditEntity;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.edit.Undoable;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.error.Suggestions;
import io.lancang.kit.error.Suggestions.Candidate;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerEntity;
import io.lancang.trade.partner.PartnerGroupRepository;
import io.lancang.trade.partner.PartnerKind;
import io.lancang.trade.partner.PartnerRepository;
import io.lancang.trade.partner.Partners;
import io.lancang.trade.partner.Region;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Corrects what partners are called and where they are. */
@Singleton
class PartnerEdits implements Undoable {
    private static final String ACTION = "correctPartner";
    private static final String DATASET = "partners";

    private final Edits edits;
    private final InputRules rules;
    private final Partners partners;
    private final PartnerRepository repository;
    private final PartnerGroupRepository groups;

    PartnerEdits(
            Edits edits,
            InputRules rules,
            Partners partners,
            PartnerRepository repository,
            PartnerGroupRepository groups) {
        this.edits = edits;
        this.rules = rules;
        this.partners = partners;
        this.repository = repository;
        this.groups = groups;
    }

    /** Fails with BAD_USER_INPUT for a region that is none, or of what has none, and with NOT_FOUND for an unknown partner. */
    Uni<Partner> correct(PartnerCorrection correction) {
        rules.check(correction);
        return partners.byCode(correction.code())
                .call(partner -> checkRegion(partner, correction.region()))
                .chain(partner -> edits.make(
                        changeOf(partner, correction),
                        release -> repository.findById(correction.code()).map(entity -> {
                            JsonObject before = state(entity);
                            entity.correct(
                                    requireNonNullElse(correction.nameEn(), entity.nameEn()),
                                    given(correction.nameZh(), entity.nameZh()),
                                    given(correction.region(), entity.region()));
                            return new Edits.Made<>(before, correction.code());
                        })))
                .chain(partners::byCode);
    }

    /** The whole state that it leads to, so that an undoing sees whether it is still so. */
    private static Change changeOf(Partner partner, PartnerCorrection correction) {
        JsonObject content = new JsonObject()
                .put("nameEn", requireNonNullElse(correction.nameEn(), partner.nameEn()))
                .put("nameZh", given(correction.nameZh(), partner.nameZh()))
                .put("region", given(correction.region(), partner.region()));
        return Change.of(ACTION, DATASET, correction.code(), content, correction.source());
    }

    private Uni<Void> checkRegion(Partner partner, @Nullable String region) {
        if (region == null) {
            return Uni.createFrom().voidItem();
        }
        PartnerKind kind = partner.kind();
        if (kind == null || !kind.hasRegion()) {
            throw ServiceException.badInput(
                    "`region` is '" + region + "', but " + partner.code() + " is of kind " + kind + ", which has none.",
                    "Leave `region` out.");
        }
        return groups.regions().invoke(all -> checkRegion(region, all)).replaceWithVoid();
    }

    private static void checkRegion(String region, List<Region> all) {
        if (all.stream().noneMatch(each -> each.name().equals(region))) {
            String near = Suggestions.hint(
                    region,
                    all.stream()
                            .map(each -> new Candidate(each.name(), each.name()))
                            .toList());
            throw ServiceException.badInput(
                    "`region` is '" + region + "', which is no region.",
                    requireNonNullElse(near, "`regions` lists them all."));
        }
    }

    private static @Nullable String given(@Nullable String corrected, @Nullable String before) {
        return corrected == null ? before : corrected;
    }

    private static JsonObject state(PartnerEntity partner) {
        return new JsonObject()
                .put("nameEn", partner.nameEn())
                .put("nameZh", partner.nameZh())
                .put("region", partner.region());
    }

    @Override
    public boolean isMadeBy(String action) {
        return action.equals(ACTION);
    }

    @Override
    public List<String> datasetsOf(EditEntity edit) {
        return List.of(DATASET);
    }

    @Override
    public Uni<Void> undo(EditEntity edit, String action, long release) {
        return repository
                .isChangedSince(edit.subject(), edit.release())
                .invoke(isChanged -> {
                    if (isChanged) {
                        throw edits.changedSince(edit);
                    }
                })
                .chain(() -> repository.findById(edit.subject()))
                .invoke(partner -> {
                    if (!state(partner).equals(edit.content())) {
                        throw edits.changedSince(edit);
                    }
                    JsonObject before = edit.before();
                    partner.correct(before.getString("nameEn"), before.getString("nameZh"), before.getString("region"));
                })
                .replaceWithVoid();
    }
}
