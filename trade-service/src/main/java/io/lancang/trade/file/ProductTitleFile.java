package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FactStorage;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import io.lancang.trade.storage.Classifications;
import java.util.List;
import java.util.Map;

/** Files of titles in Chinese. A file replaces the titles of the products that it names. */
final class ProductTitleFile {
    static final Dataset TITLES = new Dataset(
            "product_titles",
            List.of("revision", "code", "title_zh", "origin", "source"),
            List.of(new Dataset.Part(
                            new Target.Facts(
                                    "product_title",
                                    List.of("product_key"),
                                    List.of("classification", "title", "origin", "source_id"),
                                    "true",
                                    List.of("classification"),
                                    List.of("t.product_key"),
                                    FactStorage.PLAIN),
                            List.of(
                                    new Dataset.TableReference("product_key", "product", "key", "product"),
                                    new Dataset.TableReference("source_id", "source", "id", "source")),
                            ProductTitleFile::read)
                    .filledBy(
                            Map.of(
                                    "product_key", "code",
                                    "classification", "revision",
                                    "title", "title_zh",
                                    "source_id", "source"),
                            Map.of("product_key", "regexp_replace(product_key, '^..:', '')"))));

    private static final Map<String, String> ORIGINS = Map.of("published", "P", "translated", "T");

    private ProductTitleFile() {}

    private static void read(FileRow row, RowReader.Rows rows) {
        String classification = row.oneOf("revision", Classifications.NAMES);
        rows.add(
                Classifications.keyOf(classification, row.text("code")),
                classification,
                row.text("title_zh"),
                row.oneOf("origin", ORIGINS),
                row.text("source"));
    }
}
