package io.lancang.trade.product;

import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.Slice;
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
    private static final String FOUND = """
             from product p
            where p.classification = $1 and ($2::int is null or p.level = $2)
              and ($3::text is null or p.parent_key = $3)
              and ($4::text is null or p.key in (
                select w.key from product w
                where to_tsvector('english', w.title_en) @@ websearch_to_tsquery('english', $4)
                union all
                select c.key from product c where c.classification = $1 and c.code like $5 || '%'
                union all
                select z.product_key from product_title z
                where z.classification = $1 and z.superseded_by is null and z.title ilike all($6::text[])))
            """;

    private static final String COUNT = "select count(*)" + FOUND;

    /** Beyond the level $7 and the code $8, if they are given. */
    private static final String PAGE = """
            select p.key, p.classification, p.code, p.level, p.parent_key, p.section, p.title_en, p.source_id
            """ + FOUND + """
              and ($7::int is null or (p.level, p.code) {beyond} ($7, $8))
            order by p.level{order}, p.code{order} limit $9
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

    /** A page of the products found, by level and code. */
    Uni<Slice<Product>> page(Search search, PageArguments page) {
        String statement = PAGE.replace("{beyond}", page.direction().beyond())
                .replace("{order}", page.direction().order());
        List<String> keyset = page.keyset();
        Tuple parameters = parameters(search)
                .addInteger(keyset == null ? null : page.read(keyset.getFirst(), Integer::valueOf))
                .addString(keyset == null ? null : keyset.getLast())
                .addInteger(page.limit());
        return pool.preparedQuery(statement)
                .execute(parameters)
                .map(rows -> page.slice(StreamSupport.stream(rows.spliterator(), false)
                        .map(ProductSearchRepository::productOf)
                        .toList()));
    }

    /** How many products are found on all pages. */
    Uni<Integer> count(Search search) {
        return pool.preparedQuery(COUNT)
                .execute(parameters(search))
                .map(rows -> Math.toIntExact(rows.iterator().next().getLong(0)));
    }

    private static Tuple parameters(Search search) {
        return Tuple.tuple()
                .addString(search.classification().name())
                .addInteger(search.level())
                .addString(search.parentId())
                .addString(search.text())
                .addString(search.text() == null ? null : ChineseSearch.literal(search.text()))
                .addArrayOfString(search.text() == null ? null : ChineseSearch.patterns(search.text()));
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
