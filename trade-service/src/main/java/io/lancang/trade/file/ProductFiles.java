package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import io.lancang.trade.storage.Classifications;
import io.lancang.trade.storage.TradeFlowTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of classifications of goods. A further revision is a further file of the same columns. */
final class ProductFiles {
    static final Dataset HS_1992 = harmonizedSystem("hs1992");
    static final Dataset HS_2012 = harmonizedSystem("hs2012");
    static final Dataset HS_2017 = harmonizedSystem("hs2017");
    static final Dataset HS_2022 = harmonizedSystem("hs2022");
    /** Any further classification: its file names classification, level and parent of each code. */
    static final Dataset PRODUCTS = harmonizedSystem("products");

    static final Dataset SITC = new Dataset(
            "sitc",
            List.of("code", "level", "parent", "title_en", "revision", "source"),
            products(),
            references(),
            ProductFiles::readSitc);

    static final Dataset CONCORDANCE = new Dataset(
            "concordance_hs_sitc",
            List.of("hs6", "hs_revision", "sitc_code", "sitc_revision", "sitc_section", "sitc_division", "source"),
            new Target.Facts(
                    "product_concordance",
                    List.of("hs_classification", "hs_code", "sitc_classification", "sitc_code"),
                    List.of("source_id"),
                    "t.sitc_classification like 'SITC%'"),
            List.of(new Dataset.TableReference("source_id", "source", "id", "source")),
            ProductFiles::readConcordance);

    /** Which subheadings of an earlier revision those of a later one have goods in common with. */
    static final Dataset CORRELATION = new Dataset(
            "correlation_hs",
            List.of("revision", "hs6", "earlier_revision", "earlier_hs6", "relationship", "source"),
            new Target.Facts(
                    "product_concordance",
                    List.of("hs_classification", "hs_code", "sitc_classification", "sitc_code"),
                    List.of("source_id"),
                    "t.sitc_classification like 'HS%'"),
            List.of(new Dataset.TableReference("source_id", "source", "id", "source")),
            ProductFiles::readCorrelation);

    private static final String ALL = "0";
    private static final Map<String, String> HS_LEVELS =
            Map.of("total", ALL, "section", "1", "1", "1", "2", "2", "3", "3", "4", "4", "5", "5", "6", "6");
    private static final Map<String, String> SITC_LEVELS =
            Map.of("section", "1", "division", "2", "group", "3", "subgroup", "4", "heading", "5");

    private ProductFiles() {}

    private static Dataset harmonizedSystem(String id) {
        return new Dataset(
                id,
                List.of("code", "level", "parent", "section", "title_en", "revision", "source"),
                products(),
                references(),
                ProductFiles::readHarmonizedSystem);
    }

    private static Target products() {
        return new Target.Terms(
                "product",
                List.of("key"),
                List.of("classification", "code", "level", "parent_key", "section", "title_en", "source_id"));
    }

    private static List<Dataset.TableReference> references() {
        return List.of(new Dataset.TableReference("source_id", "source", "id", "source"));
    }

    private static void readHarmonizedSystem(FileRow row, RowReader.Rows rows) {
        String level = row.oneOf("level", HS_LEVELS);
        // All goods are one product for every classification, so the file's own row for them adds nothing.
        if (!ALL.equals(level)) {
            add(row, rows, level, row.optional("section").orElse(null));
        }
    }

    private static void readSitc(FileRow row, RowReader.Rows rows) {
        add(row, rows, row.oneOf("level", SITC_LEVELS), row.text("code").substring(0, 1));
    }

    private static void add(FileRow row, RowReader.Rows rows, String level, @Nullable String section) {
        String classification = row.oneOf("revision", Classifications.NAMES);
        String code = row.text("code");
        rows.add(
                Classifications.keyOf(classification, code),
                classification,
                code,
                level,
                Classifications.keyOf(classification, row.optional("parent").orElse(TradeFlowTable.ALL_GOODS)),
                section,
                row.text("title_en"),
                row.text("source"));
    }

    private static void readCorrelation(FileRow row, RowReader.Rows rows) {
        rows.add(
                row.oneOf("revision", Classifications.NAMES),
                row.text("hs6"),
                row.oneOf("earlier_revision", Classifications.NAMES),
                row.text("earlier_hs6"),
                row.text("source"));
    }

    private static void readConcordance(FileRow row, RowReader.Rows rows) {
        rows.add(
                row.oneOf("hs_revision", Classifications.NAMES),
                row.text("hs6"),
                row.oneOf("sitc_revision", Classifications.NAMES),
                row.text("sitc_code"),
                row.text("source"));
    }
}
