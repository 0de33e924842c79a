package io.lancang.trade.advantage;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.figure.YearRange;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.Partners;
import io.lancang.trade.product.Classification;
import io.lancang.trade.product.ProductLevel;
import io.lancang.trade.product.Products;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Comparative advantage and complementarity, in the graph. One statement for all partners of a list. */
@GraphQLApi
public class AdvantageApi {
    private static final String CHINA = "CHN";
    private static final String YEAR = "The calendar year; packaged are 1995, 2005 and 2015.";
    private static final String CLASSIFICATION = "The classification that trade is compared by.";
    private static final String LEVEL =
            "The level of the products: the number of digits of their codes, 1 for sections.";

    private final AdvantageRepository advantages;
    private final ComplementarityRepository complementarities;
    private final IntraIndustryRepository intraIndustry;
    private final Vantages vantages;
    private final Partners partners;
    private final Products products;

    AdvantageApi(
            AdvantageRepository advantages,
            ComplementarityRepository complementarities,
            IntraIndustryRepository intraIndustry,
            Vantages vantages,
            Partners partners,
            Products products) {
        this.advantages = advantages;
        this.complementarities = complementarities;
        this.intraIndustry = intraIndustry;
        this.vantages = vantages;
        this.partners = partners;
        this.products = products;
    }

    /** What the partner is good at selling. */
    @Description(
            "In which products the partner's exports to a market reveal a comparative advantage over the other exporters"
                    + " to it. As packaged: in China's market, by SITC section. Balassa's index over all exports (`market: WORLD`)"
                    + " needs the exports of several reporters to the world to be loaded.")
    @Cost(weight = 50)
    public Uni<ComparativeAdvantage> revealedComparativeAdvantage(
            @Source Partner partner,
            @Name("year") @Description(YEAR) int year,
            @Name("market")
                    @Description("Code of the market, or `WORLD` for exports to everywhere.")
                    @Id
                    @DefaultValue(CHINA)
                    @Nullable
                    String market,
            @Name("classification") @Description(CLASSIFICATION) @DefaultValue("SITC3") @Nullable
                    Classification classification,
            @Name("level") @Description(LEVEL) @DefaultValue("1") @Nullable Integer level,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        Asked asked = new Asked(requireNonNullElse(market, CHINA), year, goods(classification, level), asOf);
        return load("comparative-advantages", partner, asked, advantages::advantages);
    }

    /** How well what the partner sells suits an importer. */
    @Description(
            "How well what the partner exports suits what another economy imports. As packaged: partners' exports to China"
                    + " beside all that China buys, and China's exports beside what a partner buys of it, by SITC section.")
    @Cost(weight = 50)
    public Uni<Complementarity> tradeComplementarity(
            @Source Partner partner,
            @Name("year") @Description(YEAR) int year,
            @Name("importer") @Description("Code of the importer.") @Id @DefaultValue(CHINA) @Nullable String importer,
            @Name("classification") @Description(CLASSIFICATION) @DefaultValue("SITC3") @Nullable
                    Classification classification,
            @Name("level") @Description(LEVEL) @DefaultValue("1") @Nullable Integer level,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        Asked asked = new Asked(requireNonNullElse(importer, CHINA), year, goods(classification, level), asOf);
        return load("complementarities", partner, asked, complementarities::complementarities);
    }

    @Description(
            "How much of the trade of China, or of another reporter, with the partner goes both ways within the same"
                    + " products. As packaged: of China, by SITC section, with imports as the partner reports them.")
    @Cost(weight = 50)
    public Uni<IntraIndustryTrade> intraIndustryTrade(
            @Source Partner partner,
            @Name("year") @Description(YEAR) int year,
            @Name("reporter") @Description("Code of the reporter.") @Id @DefaultValue(CHINA) @Nullable String reporter,
            @Name("classification") @Description(CLASSIFICATION) @DefaultValue("SITC3") @Nullable
                    Classification classification,
            @Name("level") @Description(LEVEL) @DefaultValue("1") @Nullable Integer level,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        Asked asked = new Asked(requireNonNullElse(reporter, CHINA), year, goods(classification, level), asOf);
        return load("intra-industry-trade", partner, asked, intraIndustry::indices);
    }

    private record Asked(
            String other,
            int year,
            ProductLevel goods,
            @Nullable OffsetDateTime asOf) {}

    private record Key(String exporter, Asked asked) {}

    private static ProductLevel goods(@Nullable Classification classification, @Nullable Integer level) {
        return new ProductLevel(
                requireNonNullElse(classification, ProductLevel.SITC_SECTIONS.classification()),
                requireNonNullElse(level, ProductLevel.SITC_SECTIONS.level()));
    }

    private <T> Uni<T> load(
            String batch,
            Partner exporter,
            Asked asked,
            BiFunction<Comparison, List<Comparison.Key>, Uni<Map<Comparison.Key, T>>> read) {
        YearRange.check(asked.year(), asked.year(), 2015);
        return Batches.load(
                batch,
                new Key(exporter.code(), asked),
                keys -> Batches.byArguments(keys, Key::asked, (same, ofThem) -> read(same, ofThem, read)));
    }

    private <T> Uni<Map<Key, T>> read(
            Asked asked,
            List<Key> keys,
            BiFunction<Comparison, List<Comparison.Key>, Uni<Map<Comparison.Key, T>>> read) {
        ProductLevel goods = asked.goods();
        return products.checkLevel(goods.classification(), goods.level())
                .chain(() -> partners.byCode(asked.other()))
                .chain(() -> vantages.lookUp(asked.asOf()))
                .map(vantage -> new Comparison(asked.other(), asked.year(), goods, vantage))
                .chain(comparison -> read.apply(
                                comparison,
                                keys.stream()
                                        .map(key -> new Comparison.Key(key.exporter(), comparison))
                                        .toList())
                        .map(found -> keys.stream()
                                .collect(Collectors.toMap(
                                        key -> key,
                                        key -> Objects.requireNonNull(
                                                found.get(new Comparison.Key(key.exporter(), comparison)))))));
    }
}
