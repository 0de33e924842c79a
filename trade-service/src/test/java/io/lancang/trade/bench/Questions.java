package io.lancang.trade.bench;

import java.util.List;

/** What is asked: always the same, and answered from sums or from figures, as the name of each says. */
final class Questions {
    private Questions() {}

    /**
     * One question.
     *
     * @param query with single quotes instead of double ones
     */
    record Question(String name, Origin origin, String query) {}

    /** What a question is answered from. */
    enum Origin {
        ROLLUP,
        FIGURES,
        PACKAGED
    }

    static List<Question> about(String dataset) {
        String filter = "datasets: ['" + dataset + "'], frequency: MONTHLY, ";
        return List.of(
                new Question("a partner's months", Origin.ROLLUP, summary(filter + """
                        partners: ['VNM'], from: 2020, to: 2024""", "groupBy: [PERIOD]")),
                new Question(
                        "20 largest partners",
                        Origin.ROLLUP,
                        summary(filter + """
                        from: 2024, to: 2024, flows: [EXPORTS]""", "groupBy: [PARTNER], top: 20, measures: [SUM, SHARE]")),
                new Question("a partner's chapters", Origin.ROLLUP, summary(filter + """
                        partners: ['VNM'], from: 2024, to: 2024, classification: HS2022, level: 2, flows: [EXPORTS]""", "groupBy: [PRODUCT]")),
                new Question(
                        "ASEAN by month, with growth",
                        Origin.ROLLUP,
                        summary(filter + """
                        blocs: ['ASEAN'], from: 2023, to: 2024, flows: [EXPORTS]""", "groupBy: [PERIOD, BLOC], measures: [SUM, GROWTH]")),
                new Question(
                        "20 largest subheadings",
                        Origin.ROLLUP,
                        summary(filter + """
                        from: 2024, to: 2024, classification: HS2022, level: 6, flows: [EXPORTS]""", "groupBy: [PRODUCT], top: 20, measures: [SUM, SHARE]")),
                new Question("a subheading by partner", Origin.FIGURES, summary(filter + """
                        from: 2024, fromMonth: 12, to: 2024, toMonth: 12, classification: HS2022, products: ['854231']""", "groupBy: [PARTNER]")),
                new Question("100 figures of a partner", Origin.FIGURES, """
                        { tradeFlows(filter: {%s partners: ['VNM'], from: 2024, to: 2024, classification: HS2022, level: 6}, first: 100) {
                          nodes { product { title } value { amount } } } }
                        """.formatted(filter)),
                new Question("a partner's years", Origin.PACKAGED, """
                        { _entities(representations: [{__typename: 'Partner', code: 'VNM'}]) { ... on Partner {
                          trade(from: 2010, to: 2024) { points { total { amount } growth shareOfChina rank } } } } }
                        """));
    }

    private static String summary(String filter, String rest) {
        return "{ tradeSummary(filter: {" + filter + "}, " + rest + ") { rows { period { year } sum { amount } } } }";
    }
}
