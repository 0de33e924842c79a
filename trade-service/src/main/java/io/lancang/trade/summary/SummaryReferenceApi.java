package io.lancang.trade.summary;

import io.lancang.trade.bloc.Bloc;
import io.lancang.trade.bloc.BlocRepository;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerRepository;
import io.lancang.trade.product.Product;
import io.lancang.trade.product.ProductRepository;
import io.lancang.trade.release.DatasetCatalog;
import io.lancang.trade.release.TradeDataset;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What the keys of groups refer to. One statement a field, however many groups. */
@GraphQLApi
public class SummaryReferenceApi {
    private final PartnerRepository partners;
    private final BlocRepository blocs;
    private final ProductRepository products;
    private final DatasetCatalog datasets;

    SummaryReferenceApi(
            PartnerRepository partners, BlocRepository blocs, ProductRepository products, DatasetCatalog datasets) {
        this.partners = partners;
        this.blocs = blocs;
        this.products = products;
        this.datasets = datasets;
    }

    /** Who reports. */
    @Description("Who reports; null if not grouped by it.")
    public Uni<List<@Nullable Partner>> reporter(@Source List<SummaryRow> rows) {
        return partners.byCodes(codes(rows, SummaryRow::reporterCode))
                .map(found -> each(rows, SummaryRow::reporterCode, found));
    }

    /** With whom. */
    @Description("The partner; null if not grouped by it, and for the remainder.")
    public Uni<List<@Nullable Partner>> partner(@Source List<SummaryRow> rows) {
        return partners.byCodes(codes(rows, SummaryRow::partnerCode))
                .map(found -> each(rows, SummaryRow::partnerCode, found));
    }

    /** With which bloc. */
    @Description("The bloc; null if not grouped by it, and for partners in none.")
    public Uni<List<@Nullable Bloc>> bloc(@Source List<SummaryRow> rows) {
        return blocs.byCodes(codes(rows, SummaryRow::blocCode)).map(found -> each(rows, SummaryRow::blocCode, found));
    }

    /** Which goods. */
    @Description("The product; null if not grouped by it, and for the remainder.")
    public Uni<List<@Nullable Product>> product(@Source List<SummaryRow> rows) {
        return products.byIds(codes(rows, SummaryRow::productId))
                .map(found -> each(rows, SummaryRow::productId, found));
    }

    /** From which datasets. */
    @Description("The datasets that the figures come from.")
    public @NonNull Uni<List<@NonNull List<@NonNull TradeDataset>>> datasets(@Source List<SummaryRow> rows) {
        List<Integer> numbers =
                rows.stream().flatMap(row -> row.datasetIds().stream()).toList();
        return datasets.byNumbers(numbers)
                .map(found -> rows.stream()
                        .map(row -> row.datasetIds().stream()
                                .map(found::get)
                                .filter(Objects::nonNull)
                                .toList())
                        .toList());
    }

    private static List<String> codes(List<SummaryRow> rows, Function<SummaryRow, @Nullable String> key) {
        return rows.stream().map(key).filter(Objects::nonNull).toList();
    }

    private static <T> List<@Nullable T> each(
            List<SummaryRow> rows, Function<SummaryRow, @Nullable String> key, Map<String, T> found) {
        List<@Nullable T> all = new ArrayList<>();
        for (SummaryRow row : rows) {
            String code = key.apply(row);
            all.add(code == null ? null : found.get(code));
        }
        return all;
    }
}
