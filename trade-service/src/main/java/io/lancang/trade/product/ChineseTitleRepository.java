package io.lancang.trade.product;

import io.lancang.kit.history.Vantage;
import io.lancang.kit.provenance.SourceReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads titles in Chinese. */
@Singleton
class ChineseTitleRepository {
    private static final String BY_PRODUCTS =
            "select product_key, title, origin::text as origin, source_id from product_title"
                    + " where product_key = any($1) and superseded_by is null";

    private final Pool pool;

    ChineseTitleRepository(Pool pool) {
        this.pool = pool;
    }

    /** The titles of these products, by id; a product without one is left out. */
    Uni<Map<String, ChineseTitle>> byProducts(List<String> ids) {
        Tuple distinct = Tuple.tuple().addArrayOfString(ids.stream().distinct().toArray(String[]::new));
        return pool.preparedQuery(BY_PRODUCTS).execute(distinct).map(rows -> {
            Map<String, ChineseTitle> titles = new HashMap<>();
            rows.forEach(row -> titles.put(
                    row.getString("product_key"),
                    new ChineseTitle(
                            row.getString("title"),
                            TitleOrigin.ofCode(row.getString("origin")),
                            new SourceReference(row.getString("source_id"), Vantage.PRESENT))));
            return titles;
        });
    }
}
