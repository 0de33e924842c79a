package io.lancang.trade.complexity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exports of economies by product to one market, of one dataset. What is not reported is 0 here: the indices ask who sells a
 * product at all.
 *
 * @param economies codes of the exporters
 * @param products keys of the products
 * @param amounts by economy and product
 * @param dataset number of the dataset; null if none has any
 */
record ExportMatrix(
        List<String> economies,
        List<String> products,
        double[][] amounts,
        @Nullable Integer dataset) {
    /** Of a market that no dataset has exports to. */
    static ExportMatrix none() {
        return new ExportMatrix(List.of(), List.of(), new double[0][], null);
    }

    /** Exports of each economy. */
    double[] byEconomy() {
        double[] sums = new double[economies.size()];
        for (int c = 0; c < sums.length; c++) {
            for (double amount : amounts[c]) {
                sums[c] += amount;
            }
        }
        return sums;
    }

    /** Exports of each product by all of them. */
    double[] byProduct() {
        double[] sums = new double[products.size()];
        for (double[] row : amounts) {
            for (int p = 0; p < sums.length; p++) {
                sums[p] += row[p];
            }
        }
        return sums;
    }

    /** Who has a comparative advantage in what: Balassa's index is 1 or more. */
    boolean[][] advantages() {
        double[] ofEconomy = byEconomy();
        double[] ofProduct = byProduct();
        double all = 0;
        for (double sum : ofEconomy) {
            all += sum;
        }
        boolean[][] has = new boolean[economies.size()][products.size()];
        for (int c = 0; c < ofEconomy.length; c++) {
            for (int p = 0; p < ofProduct.length; p++) {
                has[c][p] = amounts[c][p] > 0 && amounts[c][p] * all >= ofEconomy[c] * ofProduct[p];
            }
        }
        return has;
    }
}
