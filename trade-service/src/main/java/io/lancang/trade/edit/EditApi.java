package io.lancang.trade.edit;

import io.lancang.kit.argument.ReleaseNumbers;
import io.lancang.kit.argument.Years;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.edit.SourceEdits;
import io.lancang.kit.edit.Undoing;
import io.lancang.kit.provenance.Source;
import io.lancang.trade.bloc.Membership;
import io.lancang.trade.bloc.NewMembership;
import io.lancang.trade.catalogue.TradeDataset;
import io.lancang.trade.partner.Partner;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Single changes in the graph. All need the role {@code steward}. */
@GraphQLApi
public class EditApi {
    private static final String SOURCE = "Id of the source that says so.";

    private final DatasetEdits datasets;
    private final PartnerEdits partners;
    private final MembershipEdits memberships;
    private final SourceEdits sources;
    private final Withdrawals withdrawals;
    private final Undoing undoing;
    private final Edits edits;
    private final InputRules rules;

    EditApi(
            DatasetEdits datasets,
            PartnerEdits partners,
            MembershipEdits memberships,
            SourceEdits sources,
            Withdrawals withdrawals,
            Undoing undoing,
            Edits edits,
            InputRules rules) {
        this.datasets = datasets;
        this.partners = partners;
        this.memberships = memberships;
        this.sources = sources;
        this.withdrawals = withdrawals;
        this.undoing = undoing;
        this.edits = edits;
        this.rules = rules;
    }

    /** Gives a dataset its place among others. The graph would leave out "set" if it were not named. */
    @Mutation("setPrecedence")
    @Description(
            "Gives a dataset its place among those with figures of the same kind. From then on its figures count in"
                    + " series, blocs, ranks, shares and corridors, where no dataset with a lower number has one; questions with"
                    + " an earlier `asOf` are answered in the order of then. Needs the role `steward`.")
    public @NonNull Uni<TradeDataset> setPrecedence(
            @Name("dataset") @Description("Id of the dataset.") @Id @NonNull String dataset,
            @Name("precedence")
                    @Description("From 1, which comes first, to 1000; left out if its figures are to count no more.")
                    @Nullable
                    Integer precedence,
            @Name("source") @Description(SOURCE) @Id @NonNull String source) {
        return datasets.setPrecedence(dataset, precedence, source);
    }

    @Mutation
    @Description("Says what a dataset is, and what is missing from it. Needs the role `steward`.")
    public @NonNull Uni<TradeDataset> describeDataset(
            @Name("description") @Description("What is said about it from now on.") @NonNull
                    DatasetDescription description) {
        return datasets.describe(description);
    }

    @Mutation
    @Description("Corrects what a partner is called and which region it belongs to. Needs the role `steward`.")
    public @NonNull Uni<Partner> correctPartner(
            @Name("correction") @Description("What is right.") @NonNull PartnerCorrection correction) {
        return partners.correct(correction);
    }

    @Mutation
    @Description(
            "Adds a membership of a bloc; figures of the bloc count the partner from its first day on. Needs the role"
                    + " `steward`.")
    public @NonNull Uni<Membership> addMembership(
            @Name("membership") @Description("The membership.") @NonNull NewMembership membership) {
        Years.check("from", membership.from());
        Years.check("to", membership.to());
        return memberships.add(membership);
    }

    @Mutation
    @Description("Ends the membership of a bloc that lasts. Needs the role `steward`.")
    public @NonNull Uni<Membership> endMembership(
            @Name("bloc") @Description("Code of the bloc.") @Id @NonNull String bloc,
            @Name("partner") @Description("Code of the partner.") @Id @NonNull String partner,
            @Name("to") @Description("The last day of the membership.") @NonNull LocalDate to,
            @Name("source") @Description(SOURCE) @Id @NonNull String source) {
        Years.check("to", to);
        return memberships.end(bloc, partner, to, source);
    }

    @Mutation
    @Description("Registers a source, which figures and facts may cite from then on. Needs the role `steward`.")
    public @NonNull Uni<Source> registerSource(@Name("source") @Description("The source.") @NonNull NewSource source) {
        rules.check(source);
        return sources.register(source.asRecord());
    }

    @Mutation
    @Description(
            "Withdraws the release of a file, the latest of its dataset: what it had replaced is served again. Needs"
                    + " the role `steward`.")
    public @NonNull Uni<TradeEdit> withdrawRelease(
            @Name("release") @Description("Number of the release.") @Id @NonNull String release,
            @Name("reason") @Description("Why it is wrong, for the audit.") @NonNull String reason) {
        return withdrawals
                .withdraw(ReleaseNumbers.read("release", release, EditBeans.NUMBERS), reason)
                .chain(number -> edits.of(number, TradeEdit::of));
    }

    @Mutation
    @Description(
            "Undoes a single change: what was before is put back, as a release of its own. An undoing can be undone, too, and so can a"
                    + " withdrawal, as long as nothing was loaded since. Refused if that was changed again since, or if something"
                    + " cites what is to be gone. Needs the role `steward`.")
    public @NonNull Uni<TradeEdit> undoEdit(
            @Name("release") @Description("Number of the release that the change is, see `tradeEdits`.") @Id @NonNull
                    String release) {
        return undoing.find(ReleaseNumbers.read("release", release, EditBeans.NUMBERS))
                .chain(asked -> withdrawals.made(asked) ? withdrawals.undo(asked.edit()) : undoing.undo(asked))
                .chain(number -> edits.of(number, TradeEdit::of));
    }
}
