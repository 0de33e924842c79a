package io.lancang.trade.complexity;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.product.ProductLevel;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes answers of a matrix of exports. */
record Complexities(String market, int year, ProductLevel goods, Vantage seen, ExportMatrix exports) {
    private static final int NEAREST = 5;

    /** Of all economies and products; a gap where fewer than two of either are loaded, or all are alike. */
    EconomicComplexity complexity() {
        if (exports.economies().size() < 2 || exports.products().size() < 2) {
            return undefined(noExports());
        }
        ProductSpace space = new ProductSpace(exports.advantages());
        double[] economies = space.economies();
        if (IntStream.range(0, economies.length).allMatch(c -> Double.isNaN(economies[c]))) {
            return undefined(
                    "All exporters to " + market + " in " + year + " have an advantage in the same products by "
                            + goods.label() + ", so that none is more complex.");
        }
        return new EconomicComplexity(
                year,
                market,
                goods.classification(),
                goods.level(),
                economiesOf(exports, space, economies, seen),
                productsOf(exports, space),
                null,
                exports.dataset());
    }

    private EconomicComplexity undefined(String reason) {
        return new EconomicComplexity(
                year,
                market,
                goods.classification(),
                goods.level(),
                List.of(),
                List.of(),
                Gap.of(GapReason.NOT_COVERED, reason),
                null);
    }

    private String noExports() {
        return "No dataset has exports of several economies to " + market + " in " + year + " by several products of "
                + goods.label()
                + ", as the exporters report them. Packaged are those to China by SITC section of 1995, 2005 and"
                + " 2015.";
    }

    private static List<ComplexEconomy> economiesOf(
            ExportMatrix matrix, ProductSpace space, double[] index, Vantage seen) {
        double[] diversity = space.diversity();
        double[] ofProduct = matrix.byProduct();
        double all = IntStream.range(0, ofProduct.length)
                .mapToDouble(p -> ofProduct[p])
                .sum();
        return IntStream.range(0, index.length)
                .mapToObj(c -> new ComplexEconomy(
                        matrix.economies().get(c),
                        number(index[c]),
                        (int) diversity[c],
                        100
                                * IntStream.range(0, ofProduct.length)
                                        .filter(p -> matrix.amounts()[c][p] > 0)
                                        .mapToDouble(p -> ofProduct[p])
                                        .sum()
                                / all,
                        seen))
                .sorted(Comparator.comparing(ComplexEconomy::index, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(ComplexEconomy::code))
                .toList();
    }

    private static List<ComplexProduct> productsOf(ExportMatrix matrix, ProductSpace space) {
        double[] index = space.products();
        double[] ubiquity = space.ubiquity();
        return IntStream.range(0, index.length)
                .mapToObj(p -> new ComplexProduct(
                        matrix.products().get(p), number(index[p]), (int) ubiquity[p], nearest(matrix, space, p)))
                .sorted(Comparator.comparing(ComplexProduct::index, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(ComplexProduct::productId))
                .toList();
    }

    private static List<NearProduct> nearest(ExportMatrix matrix, ProductSpace space, int product) {
        double[] near = space.proximities(product);
        return IntStream.range(0, near.length)
                .filter(other -> other != product && near[other] > 0)
                .mapToObj(other -> new NearProduct(matrix.products().get(other), near[other]))
                .sorted(Comparator.comparingDouble(NearProduct::proximity)
                        .reversed()
                        .thenComparing(NearProduct::productId))
                .limit(NEAREST)
                .toList();
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** Of two exporters; a gap where one of them has no exports. */
    ExportSimilarity similarity(String one, String other) {
        for (String code : List.of(one, other)) {
            if (!exports.economies().contains(code)) {
                return new ExportSimilarity(
                        one,
                        other,
                        market,
                        year,
                        null,
                        Gap.of(
                                GapReason.NOT_COVERED,
                                "No dataset has exports of " + code + " to " + market + " in " + year + " by "
                                        + goods.label() + " beside those of others, as the exporter reports them."),
                        null);
            }
        }
        double[] left = sharesOf(exports, one);
        double[] right = sharesOf(exports, other);
        double common = IntStream.range(0, left.length)
                .mapToDouble(p -> Math.min(left[p], right[p]))
                .sum();
        return new ExportSimilarity(one, other, market, year, 100 * common, null, exports.dataset());
    }

    private static double[] sharesOf(ExportMatrix matrix, String code) {
        int economy = matrix.economies().indexOf(code);
        double all = matrix.byEconomy()[economy];
        double[] amounts = matrix.amounts()[economy];
        return IntStream.range(0, amounts.length)
                .mapToDouble(p -> all == 0 ? 0 : amounts[p] / all)
                .toArray();
    }
}
