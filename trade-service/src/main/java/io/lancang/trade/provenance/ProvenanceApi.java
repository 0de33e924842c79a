package io.lancang.trade.provenance;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.batch.References;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.catalogue.DatasetCatalog;
import io.lancang.trade.catalogue.TradeDataset;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.partner.Partners;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import io.lancang.trade.selection.EmptyListRepository;
import io.lancang.trade.storage.TradeFlowTable;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Availability and revisions in the graph. */
@GraphQLApi
public class ProvenanceApi {
    private static final Pattern PERIOD = Pattern.compile("([12]\\d{3})(?:-(0[1-9]|1[0-2]))?");

    private static final String REPORTER = "Who reports, by code of the partner: China if left out.";

    private final ProvenanceRepository repository;
    private final Partners partners;
    private final Vantages vantages;
    private final DatasetCatalog datasets;
    private final EmptyListRepository emptyLists;

    ProvenanceApi(
            ProvenanceRepository repository,
            Partners partners,
            Vantages vantages,
            DatasetCatalog datasets,
            EmptyListRepository emptyLists) {
        this.emptyLists = emptyLists;
        this.repository = repository;
        this.partners = partners;
        this.vantages = vantages;
        this.datasets = datasets;
    }

    @Query
    @Description(
            "Which periods there are figures of all goods for, by dataset, flow and currency, and which are missing in"
                    + " between. With a partner also what the partner itself reports of the reporter.")
    @Cost(weight = 2)
    @ListSize(assumedSize = 300)
    public @NonNull Uni<List<@NonNull Availability>> availability(
            @Name("partner") @Description("With this partner, by code; with any if left out.") @Id @Nullable
                    String partner,
            @Name("reporter") @Description(REPORTER) @DefaultValue("CHN") @Id @Nullable String reporter,
            @Name("frequency") @Description("Only periods of this length.") @Nullable Frequency frequency,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return vantages.at(asOf).flatMap(vantage -> available(reporter, partner, frequency, vantage));
    }

    /** Why there is none. */
    @Query
    @Description("Why `availability` with the same arguments is empty; null if it is not.")
    @Cost(weight = 2)
    public Uni<@Nullable Gap> availabilityGap(
            @Name("partner") @Description("With this partner, by code; with any if left out.") @Id @Nullable
                    String partner,
            @Name("reporter") @Description(REPORTER) @DefaultValue("CHN") @Id @Nullable String reporter,
            @Name("frequency") @Description("Only periods of this length.") @Nullable Frequency frequency,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return vantages.at(asOf)
                .flatMap(vantage -> available(reporter, partner, frequency, vantage)
                        .flatMap(found ->
                                emptyLists.gapOf(found, totalsOf(reporter), EmptyListRepository.Years.ANY, vantage)));
    }

    private Uni<List<Availability>> available(
            @Nullable String reporter, @Nullable String partner, @Nullable Frequency frequency, Vantage vantage) {
        String by = requireNonNullElse(reporter, TradeFlowTable.CHINA);
        return partners.checkCodes(partner == null ? List.of(by) : List.of(by, partner))
                .chain(() -> repository.availability(by, partner, frequency, vantage));
    }

    /** The figures of all goods that somebody reports. */
    private static EmptyListRepository.Kind totalsOf(@Nullable String reporter) {
        String by = requireNonNullElse(reporter, TradeFlowTable.CHINA);
        return new EmptyListRepository.Kind(
                "figures of all goods that " + by + " reports",
                "trade_flow_tally",
                "extract(year from t.period)",
                "t.reporter_code = $1 and t.level = 0",
                List.of(by));
    }

    /** How a figure changed. */
    @Query
    @Description(
            "Every state of the figures of China, or of another reporter, with a partner in one period, all goods: what each release said, by"
                    + " dataset and currency, earliest first.")
    @ListSize(assumedSize = 5)
    public @NonNull Uni<List<@NonNull Revision>> revisions(
            @Name("partner") @Description("The partner, by code.") @Id @NonNull String partner,
            @Name("period") @Description("A year, such as `2019`, or a month, such as `2024-03`.") @NonNull
                    String period,
            @Name("flow") @Description("Which flow.") @NonNull Flow flow,
            @Name("reporter") @Description(REPORTER) @DefaultValue("CHN") @Id @Nullable String reporter) {
        return revised(reporter, partner, periodOf(period), flow);
    }

    /** Why there is none. */
    @Query
    @Description("Why `revisions` with the same arguments is empty; null if it is not.")
    public Uni<@Nullable Gap> revisionsGap(
            @Name("partner") @Description("The partner, by code.") @Id @NonNull String partner,
            @Name("period") @Description("A year, such as `2019`, or a month, such as `2024-03`.") @NonNull
                    String period,
            @Name("flow") @Description("Which flow.") @NonNull Flow flow,
            @Name("reporter") @Description(REPORTER) @DefaultValue("CHN") @Id @Nullable String reporter) {
        Period wanted = periodOf(period);
        return revised(reporter, partner, wanted, flow)
                .flatMap(found -> emptyLists.gapOf(
                        found,
                        totalsOf(reporter),
                        new EmptyListRepository.Years(wanted.year(), wanted.year()),
                        Vantage.PRESENT));
    }

    private Uni<List<Revision>> revised(@Nullable String reporter, String partner, Period wanted, Flow flow) {
        String by = requireNonNullElse(reporter, TradeFlowTable.CHINA);
        return partners.checkCodes(List.of(by, partner)).chain(() -> repository.revisions(by, partner, wanted, flow));
    }

    private static Period periodOf(String text) {
        Matcher period = PERIOD.matcher(text);
        if (!period.matches()) {
            throw ServiceException.badInput(
                    "`period` is '" + text + "', which is neither a year nor a month.",
                    "Send a year, such as 2019, or a month, such as 2024-03.");
        }
        int year = Integer.parseInt(period.group(1));
        String month = period.group(2);
        return month == null
                ? Period.ofYear(year)
                : Period.of(Frequency.MONTHLY, LocalDate.of(year, Integer.parseInt(month), 1));
    }

    @Description("The dataset.")
    public Uni<List<@Nullable TradeDataset>> dataset(@Source List<Availability> found) {
        return References.one(found, Availability::datasetNumber, datasets::byNumbers);
    }
}
