package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.provenance.SourceDataset;
import io.lancang.kit.startup.PackagedFile;
import io.lancang.kit.startup.PackagedReleases;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that ship with this service. */
@Singleton
public class TradeReleases implements PackagedReleases {
    private final Dataset partners;
    private final Dataset memberships;

    /** @param validator for rows that have the rules of a mutation */
    public TradeReleases(Validator validator) {
        this.partners = PartnerFile.partners(validator);
        this.memberships = MembershipFile.memberships(validator);
    }

    @Override
    public List<Packaged> inOrder() {
        return Stream.of(
                        SourceDataset.SOURCES,
                        partners,
                        BlocFile.BLOCS,
                        memberships,
                        IndicatorFile.INDICATORS,
                        ProductFiles.HS_1992,
                        ProductFiles.HS_2012,
                        ProductFiles.HS_2017,
                        ProductFiles.HS_2022,
                        ProductFiles.SITC,
                        ProductFiles.CONCORDANCE,
                        ProductFiles.CORRELATION,
                        ProductTitleFile.TITLES,
                        FlowFiles.DOTS,
                        FlowFiles.GACC,
                        HeadlineFile.HEADLINES,
                        ProductFlowFiles.UNCTAD,
                        ProductFlowFiles.BACI,
                        MonthlyFlowFiles.BY_PARTNER,
                        MonthlyFlowFiles.TOTALS,
                        MonthlyFlowFiles.DOLLARS,
                        ExchangeRateFile.RATES,
                        YunnanFile.YUNNAN,
                        InvestmentFiles.INVESTMENT,
                        InvestmentFiles.MEMBER_SHARES)
                .map(TradeReleases::packaged)
                .toList();
    }

    /** The dataset of a packaged file, or that of further products or of deflators, by id. */
    public Optional<Dataset> dataset(String id) {
        return Stream.concat(
                        inOrder().stream().map(Packaged::dataset),
                        Stream.of(ProductFiles.PRODUCTS, DeflatorFile.DEFLATORS))
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    /** How customs tables are read: by country and month, by country and year, and all partners by month. */
    public List<Dataset> customsTables() {
        return List.of(MonthlyFlowFiles.BY_PARTNER, MonthlyFlowFiles.DOLLARS, MonthlyFlowFiles.TOTALS, FlowFiles.GACC);
    }

    private static Packaged packaged(Dataset dataset) {
        return new Packaged(dataset, new PackagedFile(dataset.id() + ".csv"));
    }
}
