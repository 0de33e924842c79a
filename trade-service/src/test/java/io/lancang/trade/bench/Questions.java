package io.lancang.trade.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is asked: always the same, and answered from sums or from figures, as the name of each says. */
public final class Questions {
    private static final String HS6 = "classification: HS2022, level: 6";
    private static final String CHIPS = "classification: HS2022, products: ['854231']";

    private final String dataset;
    private final String filter;

    private Questions(String dataset) {
        this.dataset = dataset;
        this.filter = "datasets: ['" + dataset + "'], frequency: MONTHLY, ";
    }

    /**
     * One question.
     *
     * @param query with single quotes instead of double ones; of an export, its address
     */
    public record Question(String name, Origin origin, String query) {}

    /** What a question is answered from. */
    public enum Origin {
        ROLLUP,
        FIGURES,
        PACKAGED,
        /** A page behind twenty others. */
        DEEP,
        /** Measured to its first rows, and not read further. */
        EXPORT
    }

    public static List<Question> about(String dataset) {
        Questions questions = new Questions(dataset);
        List<Question> all = new ArrayList<>(questions.ofSums());
        all.addAll(questions.ofTables());
        all.addAll(questions.ofFigures());
        all.addAll(questions.ofCounts());
        all.addAll(questions.ofExports());
        return all;
    }

    private List<Question> ofSums() {
        String exports2024 = "from: 2024, to: 2024, flows: [EXPORTS], ";
        return List.of(
                new Question(
                        "a partner's months",
                        Origin.ROLLUP,
                        summary("partners: ['VNM'], from: 2020, to: 2024", "groupBy: [PERIOD]")),
                new Question(
                        "20 largest partners",
                        Origin.ROLLUP,
                        summary(exports2024, "groupBy: [PARTNER], top: 20, measures: [SUM, SHARE]")),
                new Question(
                        "a partner's chapters",
                        Origin.ROLLUP,
                        summary(
                                exports2024 + "partners: ['VNM'], classification: HS2022, level: 2",
                                "groupBy: [PRODUCT]")),
                new Question(
                        "ASEAN by month, with growth",
                        Origin.ROLLUP,
                        summary(
                                "blocs: ['ASEAN'], from: 2023, to: 2024, flows: [EXPORTS]",
                                "groupBy: [PERIOD, BLOC], measures: [SUM, GROWTH]")),
                new Question(
                        "20 largest subheadings",
                        Origin.ROLLUP,
                        summary(exports2024 + HS6, "groupBy: [PRODUCT], top: 20, measures: [SUM, SHARE]")),
                new Question(
                        "20 largest, sum and count",
                        Origin.ROLLUP,
                        summary(exports2024 + HS6, "groupBy: [PRODUCT], top: 20")),
                new Question(
                        "20 largest, least and most",
                        Origin.ROLLUP,
                        summary(exports2024 + HS6, "groupBy: [PRODUCT], top: 20, measures: [SUM, AVERAGE, MIN, MAX]")),
                new Question(
                        "20 largest of five years, sum",
                        Origin.ROLLUP,
                        summary(HS6, "groupBy: [PRODUCT], top: 20, measures: [SUM]")),
                new Question("20 largest of five years", Origin.ROLLUP, summary(HS6, "groupBy: [PRODUCT], top: 20")),
                new Question("subheadings, one group", Origin.ROLLUP, summary(HS6, "groupBy: []")),
                new Question("subheadings by month", Origin.ROLLUP, summary(HS6, "groupBy: [PERIOD]")),
                new Question(
                        "chapters of five years",
                        Origin.ROLLUP,
                        summary("classification: HS2022, level: 2", "groupBy: [PRODUCT]")),
                new Question("all partners of five years", Origin.ROLLUP, summary("", "groupBy: [PARTNER]")),
                new Question("a subheading by month", Origin.ROLLUP, summary(CHIPS, "groupBy: [PERIOD]")),
                new Question(
                        "a subheading by partner",
                        Origin.FIGURES,
                        summary("from: 2024, fromMonth: 12, to: 2024, toMonth: 12, " + CHIPS, "groupBy: [PARTNER]")),
                new Question(
                        "a partner's subheadings",
                        Origin.FIGURES,
                        summary(exports2024 + "partners: ['VNM'], " + HS6, "groupBy: [PRODUCT], top: 20")));
    }

    private List<Question> ofTables() {
        return List.of(
                new Question("a partner's years", Origin.PACKAGED, """
                        { _entities(representations: [{__typename: 'Partner', code: 'VNM'}]) { ... on Partner {
                          trade(from: 2010, to: 2024) { points { total { amount } growth shareOfChina rank } } } } }
                        """),
                new Question(
                        "a dataset named",
                        Origin.ROLLUP,
                        "{ tradeSummary(filter: {datasets: ['" + dataset
                                + "'], partners: ['VNM'], from: 2024, to: 2024}, groupBy: []) { rows { sum { amount } } } }"),
                new Question("availability", Origin.ROLLUP, "{ availability { periods } }"),
                new Question(
                        "availability of a partner", Origin.ROLLUP, "{ availability(partner: 'VNM') { periods } }"),
                new Question(
                        "products by a word",
                        Origin.PACKAGED,
                        "{ products(classification: HS2022, search: 'circuits', first: 100) { nodes { code } } }"),
                new Question(
                        "a page of products",
                        Origin.PACKAGED,
                        "{ products(classification: HS2022, level: 6, first: 100) { nodes { code } } }"));
    }

    private List<Question> ofFigures() {
        List<Question> all = new ArrayList<>();
        all.add(new Question(
                "100 figures of a partner",
                Origin.FIGURES,
                "{ tradeFlows(filter: {" + filter + "partners: ['VNM'], from: 2024, to: 2024, " + HS6
                        + "}, first: 100) { nodes { product { title } value { amount } } } }"));
        Map<String, String> filters = Map.of(
                "everything", HS6,
                "a partner", "partners: ['VNM'], " + HS6,
                "a small partner", "partners: ['ISL'], " + HS6,
                "a bloc", "blocs: ['ASEAN'], " + HS6,
                "a subheading", CHIPS,
                "imports of a year", "flows: [IMPORTS], from: 2022, to: 2022, " + HS6,
                "large amounts", "minValue: 60000000, " + HS6);
        for (String name : filters.keySet().stream().sorted().toList()) {
            for (String order : List.of("PERIOD", "PERIOD_DESC", "PARTNER", "VALUE", "VALUE_DESC")) {
                String arguments = "filter: {" + filter + filters.get(name) + "}, orderBy: " + order;
                all.add(new Question(name + ", " + order, Origin.FIGURES, page(arguments)));
                if ("everything".equals(name)) {
                    all.add(new Question(name + ", " + order, Origin.DEEP, page(arguments)));
                }
            }
        }
        return all;
    }

    private List<Question> ofCounts() {
        return List.of(
                count("everything", HS6),
                count("a partner", "partners: ['VNM'], " + HS6),
                count("a bloc in a year", "blocs: ['ASEAN'], from: 2022, to: 2022, " + HS6),
                count("a subheading", CHIPS),
                count("large amounts", "minValue: 60000000, " + HS6));
    }

    private Question count(String name, String condition) {
        return new Question(
                "totalCount of " + name,
                Origin.FIGURES,
                "{ tradeFlows(filter: {" + filter + condition + "}, first: 1) { totalCount } }");
    }

    private List<Question> ofExports() {
        String address = "/export/trade-flows.csv?frequency=MONTHLY&datasets=" + dataset + "&classification=HS2022";
        return List.of(
                new Question("everything", Origin.EXPORT, address + "&level=6"),
                new Question("everything by period", Origin.EXPORT, address + "&level=6&orderBy=PERIOD"),
                new Question("everything by value", Origin.EXPORT, address + "&level=6&orderBy=VALUE_DESC"),
                new Question("a partner", Origin.EXPORT, address + "&level=6&partners=VNM"),
                new Question("a subheading", Origin.EXPORT, address + "&products=854231"));
    }

    private static String page(String arguments) {
        return "{ tradeFlows(" + arguments + ", first: 100) { nodes { period { year } reporterCode partnerCode flow"
                + " value { amount } } pageInfo { endCursor } } }";
    }

    private String summary(String condition, String rest) {
        return "{ tradeSummary(filter: {" + filter + condition + "}, " + rest
                + ") { rows { period { year } sum { amount } } } }";
    }
}
