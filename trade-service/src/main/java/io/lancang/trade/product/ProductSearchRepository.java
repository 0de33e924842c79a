package io.lancang.trade.product;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Searches products by words, codes and parents, in one statement. */
@Singleton
class ProductSearchRepository {
    /** After the product $5 in the order of level and code. */
    private static final String FOUND = """
            select p.key, p.classification, p.code, p.level, p.parent_key, p.section, p.title_en, p.source_id
            from product p
            where p.classification = $1 and ($2::int is null or p.level = $2)
              and ($3::text is null or p.parent_key = $3)
              and ($4::text is null or p.key in (
                select w.key from product w
                where to_tsvector('english', w.title_en) @@ websearch_to_tsquery('english', $4)
                union all
                select c.key from product c where c.classification = $1 and c.code like $7 || '%'
                union all
                select z.product_key from product_title z
                where z.classification = $1 and z.superseded_by is null and z.title ilike all($8::text[])))
              and ($5::text is null or (p.level, p.code) > (select a.level, a.code from product a where a.key = $5))
            order by p.level, p.code limit $6
            """;

    private final Pool pool;

    ProductSearchRepository(Pool pool) {
        this.pool = pool;
    }

    /** What is looked for; what is null restricts nothing. */
    record Search(
            Classification classification,
            @Nullable Integer level,
            @Nullable String parentId,
            @Nullable String text) {}

    /** The products found, by level and code, after the one with the id {@code after}. */
    Uni<List<Product>> found(Search search, @Nullable String after, @Nullable Integer limit) {
        Tuple parameters = Tuple.tuple()
                .addString(search.classification().name())
                .addInteger(search.level())
                .addString(search.parentId())
                .addString(search.text())
                .addString(after)
                .addInteger(limit)
                .addString(search.text() == null ? null : ChineseSearch.literal(search.text()))
                .addArrayOfString(search.text() == null ? null : ChineseSearch.patterns(search.text()));
        return pool.preparedQuery(FOUND)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ProductSearchRepository::productOf)
                        .toList());
    }

    private static Product productOf(Row row) {
        return Product.of(
                row.getString("key"),
                row.getString("classification"),
                row.getString("code"),
                row.getInteger("level"),
                row.getString("title_en"),
                row.getString("section"),
                row.getString("parent_key"),
                row.getString("source_id"));
    }
}
