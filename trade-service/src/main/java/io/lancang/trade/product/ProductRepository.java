package io.lancang.trade.product;

import io.lancang.kit.error.Suggestions.Candidate;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.provenance.SourceReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads products and concordances. Every method is one statement. */
@Singleton
public class ProductRepository {
    private static final String COLUMNS =
            "select p.key, p.classification, p.code, p.level, p.parent_key, p.section, p.title_en, p.source_id"
                    + " from product p ";
    private static final String BY_IDS = COLUMNS + "where p.key = any($1)";
    /** After the product $5 in the order of level and code. */
    private static final String FOUND = COLUMNS + """
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

    private static final String LEVELS = "select distinct level from product where classification = $1";
    private static final String CANDIDATES = "select code, title_en from product where classification = $1";
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

    ProductRepository(Pool pool) {
        this.pool = pool;
    }

    /** The products with these ids, by id; an id that does not exist is left out. */
    public Uni<Map<String, Product>> byIds(Collection<String> ids) {
        Tuple distinct = Tuple.tuple().addArrayOfString(ids.stream().distinct().toArray(String[]::new));
        return pool.preparedQuery(BY_IDS).execute(distinct).map(rows -> {
            Map<String, Product> products = new HashMap<>();
            rows.forEach(row -> products.put(row.getString("key"), productOf(row)));
            return products;
        });
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
                        .map(ProductRepository::productOf)
                        .toList());
    }

    /** The levels that a classification has; none if it is not loaded. */
    Uni<SortedSet<Integer>> levels(Classification classification) {
        return pool.preparedQuery(LEVELS)
                .execute(Tuple.of(classification.name()))
                .map(rows -> {
                    SortedSet<Integer> levels = new TreeSet<>();
                    rows.forEach(row -> levels.add(row.getInteger(0)));
                    return levels;
                });
    }

    /** Every code of a classification with its title, to suggest from. */
    public Uni<List<Candidate>> candidates(Classification classification) {
        return pool.preparedQuery(CANDIDATES)
                .execute(Tuple.of(classification.name()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Candidate(row.getString("code"), row.getString("title_en")))
                        .toList());
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

    private static Product productOf(Row row) {
        String key = row.getString("key");
        return new Product(
                key,
                Classification.ALL_GOODS.equals(key) ? null : Classification.valueOf(row.getString("classification")),
                row.getString("code"),
                row.getInteger("level"),
                row.getString("title_en"),
                row.getString("section"),
                row.getString("parent_key"),
                row.getString("source_id"));
    }
}
