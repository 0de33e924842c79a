package io.lancang.trade.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.Tables;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is kept is brought up to what was made: only what changed is written. Beside a sum that changes from 5 to 6 there is, for each thing
 * that tells sums apart, another that differs in this alone, and is and stays 5.
 */
class BroughtUpSumsTest {
    private static final ServiceDatabase DATABASE = ServiceDatabase.start(new Tables());
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("frequency", "M"),
            Map.entry("period", "2024-01-01"),
            Map.entry("reporter_code", "CHN"),
            Map.entry("partner_code", "LAO"),
            Map.entry("flow", "X"),
            Map.entry("product_code", "Q6:85"),
            Map.entry("classification", "Q6"),
            Map.entry("level", "2"),
            Map.entry("currency", "USD"),
            Map.entry("valuation", "FOB"),
            Map.entry("brought_by", "1"));
    private static final Map<String, String> OTHER = Map.ofEntries(
            Map.entry("frequency", "A"),
            Map.entry("period", "2025-01-01"),
            Map.entry("reporter_code", "KOR"),
            Map.entry("partner_code", "THA"),
            Map.entry("flow", "M"),
            Map.entry("product_code", "Q6:XVI"),
            Map.entry("classification", "Q0"),
            Map.entry("level", "1"),
            Map.entry("currency", "CNY"),
            Map.entry("valuation", "CIF"),
            Map.entry("brought_by", "2"));
    /** Each classification has a product of each level. */
    private static final Map<String, String> PRODUCTS =
            Map.of("Q6 2", "Q6:85", "Q6 1", "Q6:XVI", "Q0 2", "Q0:85", "Q0 1", "Q0:XVI");

    private static final String NONE = "null";

    /** What is kept, and what brings it up to what was made. */
    enum Kept {
        COUNTS(
                "trade_flow_tally",
                "tallied",
                "figures",
                "",
                "frequency, period, reporter_code, partner_code, flow, currency, classification, level, brought_by",
                "bring_trade_flow_tally(900::smallint, 2, '{M,A,M,M}', '{2024-01-01,2024-01-01,2025-01-01,2024-01-01}',"
                        + " '{CHN,CHN,CHN,KOR}', null)"),
        BY_PARTNER(
                "trade_rollup",
                "rolled",
                "amount",
                "quality R, source_ids {A}, parts 1, computed true",
                "frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation",
                "revise_rollups_by_partner(900::smallint, 2, null)"),
        BY_PRODUCT(
                "trade_product_rollup",
                "product_rolled",
                "amount",
                "quality R, source_ids {A}, parts 1, figures 1",
                "frequency, period, reporter_code, flow, product_code, currency, valuation",
                "revise_rollups_by_product(900::smallint, 2, null)"),
        OF_LEVELS(
                "trade_level_total",
                "trade_product_rollup_d900",
                "amount",
                "quality R, figures 1",
                "frequency, period, reporter_code, flow, classification, level, currency, valuation",
                "refresh_trade_level_totals(900::smallint, 2)"),
        /** Of their January, the only month that has figures. */
        OF_YEARS(
                "trade_product_year",
                "trade_product_rollup_d900",
                "amount",
                "quality R, figures 1",
                "period, reporter_code, flow, product_code, currency, valuation",
                "refresh_trade_product_years(900::smallint, 2, null)");

        private final String table;
        private final String made;
        private final String value;
        private final String further;
        private final String keys;
        private final String call;

        Kept(String table, String made, String value, String further, String keys, String call) {
            this.table = table;
            this.made = made;
            this.value = value;
            this.further = further;
            this.keys = keys;
            this.call = call;
        }

        private Stream<String> keys() {
            return Stream.of(keys.split(", ", -1));
        }

        /** Sums that all are and stay 5, each of which differs from the one that changes in one thing. */
        private Stream<Sum> neighbours() {
            return keys().map(key -> Sum.present(Map.of(key, Objects.requireNonNull(OTHER.get(key)))));
        }

        /** Of months, years and reporters that no release has changed: what was made has nothing of them. */
        private Stream<Sum> unchanged() {
            Sum ofAYear = Sum.present(Map.of("period", "2025-01-01", "reporter_code", "KOR"));
            return this != OF_YEARS
                    ? Stream.of(
                            ofAYear,
                            Sum.present(Map.of("frequency", "A", "period", "2025-01-01")),
                            Sum.present(Map.of("frequency", "A", "reporter_code", "KOR")))
                    : Stream.of(ofAYear);
        }

        private String insert(Sum sum) {
            Map<String, String> columns = columns(sum);
            columns.put("dataset_id", String.valueOf(sum.dataset()));
            columns.put("release_id", String.valueOf(sum.release()));
            columns.put("superseded_by", sum.supersededBy());
            return insertInto(table, columns);
        }

        /** As it is made anew: sums of levels and years are made of those by product. */
        private String insertMade(Sum sum) {
            Map<String, String> columns = columns(sum);
            if (isMadeOfProducts()) {
                columns.putAll(Map.of("dataset_id", "900", "release_id", "2", "source_ids", "{A}", "parts", "1"));
                if (this == OF_LEVELS) {
                    String product = columns.remove("classification") + " " + columns.remove("level");
                    columns.put("product_code", Objects.requireNonNull(PRODUCTS.get(product)));
                }
            }
            return insertInto(made, columns);
        }

        private boolean isMadeOfProducts() {
            return this == OF_LEVELS || this == OF_YEARS;
        }

        private Map<String, String> columns(Sum sum) {
            Map<String, String> columns = new LinkedHashMap<>();
            Pattern.compile("(\\w+) ([^,]+)")
                    .matcher(further)
                    .results()
                    .forEach(each -> columns.put(each.group(1), each.group(2)));
            columns.put("frequency", "M");
            keys().forEach(key -> columns.put(key, sum.key(key)));
            columns.put(value, String.valueOf(sum.value()));
            return columns;
        }

        private static String insertInto(String table, Map<String, String> columns) {
            String values = columns.values().stream()
                    .map(text -> text.equals(NONE) ? NONE : "'" + text + "'")
                    .collect(Collectors.joining(", "));
            return "insert into " + table + " (" + String.join(", ", columns.keySet()) + ") values (" + values + ");\n";
        }

        private String line(Sum sum) {
            return Stream.concat(Stream.of(String.valueOf(sum.dataset())), keys().map(sum::key))
                            .collect(Collectors.joining(" "))
                    + " " + sum.value() + " " + sum.release() + " " + sum.supersededBy();
        }
    }

    /**
     * A sum that is kept, or a count.
     *
     * @param differs in what it differs from the one that changes
     * @param supersededBy a release, or {@code null} in words
     */
    private record Sum(int dataset, Map<String, String> differs, int value, int release, String supersededBy) {
        static Sum present(Map<String, String> differs) {
            return new Sum(900, differs, 5, 1, NONE);
        }

        String key(String column) {
            return Objects.requireNonNull(differs.getOrDefault(column, USUAL.get(column)));
        }
    }

    @BeforeAll
    static void writeProducts() throws SQLException {
        DATABASE.execute("""
                insert into product (key, classification, code, level, title_en) values
                  ('Q6:85', 'Q6', '85', 2, ''), ('Q6:XVI', 'Q6', 'XVI', 1, ''), ('Q0:85', 'Q0', '85', 2, ''), ('Q0:XVI', 'Q0', 'XVI', 1, '');
                create table trade_rollup_d900 partition of trade_rollup for values in (900, 901);
                create table trade_product_rollup_d900 partition of trade_product_rollup for values in (900, 901);
                """);
    }

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatChangedIsWritten(Kept kept) throws SQLException {
        Sum before = Sum.present(Map.of());
        Sum after = new Sum(900, Map.of(), 6, 2, NONE);
        List<Sum> beside = Stream.of(
                        // what it was once, and the same of another dataset
                        Stream.of(new Sum(900, Map.of(), 4, 0, "1"), new Sum(901, Map.of(), 5, 1, NONE)),
                        kept.neighbours(),
                        kept.unchanged())
                .flatMap(sums -> sums)
                .toList();
        StringBuilder statements = new StringBuilder("""
                truncate trade_flow_tally, trade_rollup, trade_product_rollup, trade_level_total, trade_product_year;
                create temp table changed_slice as select * from (values
                  ('M'::"char", '2024-01-01'::date, 'CHN'), ('A', '2024-01-01', 'CHN'), ('M', '2025-01-01', 'CHN'), ('M', '2024-01-01', 'KOR'))
                  slice (frequency, period, reporter_code);
                """);
        if (!kept.isMadeOfProducts()) {
            statements.append("create temp table %s as select * from %s;%n".formatted(kept.made, kept.table));
        }
        Stream.concat(Stream.of(before), beside.stream()).forEach(sum -> statements.append(kept.insert(sum)));
        Stream.concat(Stream.of(after), kept.neighbours()).forEach(sum -> statements.append(kept.insertMade(sum)));

        DATABASE.execute(statements + "select " + kept.call);

        Stream<Sum> expected = Stream.concat(Stream.of(new Sum(900, Map.of(), 5, 1, "2"), after), beside.stream());
        assertEquals(
                expected.map(kept::line).sorted().toList(),
                DATABASE
                        .query(
                                "select concat_ws(' ', dataset_id, %s, %s, release_id, coalesce(superseded_by::text, 'null')) from %s"
                                        .formatted(kept.keys, kept.value, kept.table))
                        .stream()
                        .sorted()
                        .toList());
    }
}
