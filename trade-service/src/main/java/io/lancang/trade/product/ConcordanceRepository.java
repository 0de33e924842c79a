package io.lancang.trade.product;

import io.lancang.kit.history.Vantage;
import io.lancang.kit.provenance.SourceReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what concordances relate products to, in one statement. */
@Singleton
class ConcordanceRepository {
    private static final String CONCORDANCE = """
            select key, classification, code, source_id from (
              select w.key, c.sitc_classification as classification, c.sitc_code as code, c.source_id
              from unnest($1::text[], $2::text[], $3::text[]) as w (key, classification, code)
              join product_concordance c
                on c.hs_classification = w.classification and c.hs_code = w.code and {sees}
              union
              select w.key, c.hs_classification, c.hs_code, c.source_id
              from unnest($1::text[], $2::text[], $3::text[]) as w (key, classification, code)
              join product_concordance c
                on c.sitc_classification = w.classification and c.sitc_code = w.code and {sees}
            ) related order by key, classification, code
            """;

    private final Pool pool;

    ConcordanceRepository(Pool pool) {
        this.pool = pool;
    }

    /** What the concordances relate products to, by id. */
    Uni<Map<String, List<Correspondence>>> correspondences(List<Product> products, Vantage vantage) {
        List<Product> classified = products.stream()
                .filter(product -> product.classification() != null)
                .toList();
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(classified.stream().map(Product::id).toArray(String[]::new))
                .addArrayOfString(classified.stream()
                        .map(product -> String.valueOf(product.classification()))
                        .toArray(String[]::new))
                .addArrayOfString(classified.stream().map(Product::code).toArray(String[]::new));
        return pool.preparedQuery(CONCORDANCE.replace("{sees}", vantage.sees("c")))
                .execute(parameters)
                .map(rows -> {
                    Map<String, List<Correspondence>> found = new HashMap<>();
                    for (Row row : rows) {
                        found.computeIfAbsent(row.getString("key"), key -> new ArrayList<>())
                                .add(new Correspondence(
                                        Classification.valueOf(row.getString("classification")),
                                        row.getString("code"),
                                        new SourceReference(row.getString("source_id"), vantage)));
                    }
                    return found;
                });
    }
}
