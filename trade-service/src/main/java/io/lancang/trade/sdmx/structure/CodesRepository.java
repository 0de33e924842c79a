package io.lancang.trade.sdmx.structure;

import io.lancang.trade.partner.PartnerRepository;
import io.lancang.trade.product.Classification;
import io.lancang.trade.sdmx.structure.Codelist.Code;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the codes of areas, datasets and products. */
@Singleton
public class CodesRepository {
    private static final String CLASSIFICATIONS =
            "select classification, count(*)::int as products from product where classification <> 'ALL' group by 1";
    private static final String DATASETS = "select id::int as id, code, title from dataset order by id";
    private static final String PRODUCTS = """
            select p.classification, p.code, p.title_en, w.code as parent
            from product p left join product w on w.key = p.parent_key and w.classification = p.classification
            where p.classification = any($1) order by p.classification, p.code
            """;

    private final Pool pool;
    private final PartnerRepository partners;

    CodesRepository(Pool pool, PartnerRepository partners) {
        this.pool = pool;
        this.partners = partners;
    }

    /** What is kept here, by the classifications that have products. */
    public Uni<Artefacts> artefacts() {
        return pool.query(CLASSIFICATIONS).execute().map(rows -> {
            SortedMap<Classification, Integer> loaded = new TreeMap<>();
            rows.forEach(row ->
                    loaded.put(Classification.valueOf(row.getString("classification")), row.getInteger("products")));
            return new Artefacts(loaded);
        });
    }

    /** Areas and datasets, and the products of these classifications. */
    public Uni<Codes> read(Collection<Classification> classifications) {
        String[] names = classifications.stream().map(Enum::name).toArray(String[]::new);
        Uni<Map<Classification, List<Code>>> products = names.length == 0
                ? Uni.createFrom().item(Map.of())
                : pool.preparedQuery(PRODUCTS).execute(Tuple.of(names)).map(rows -> productsOf(classifications, rows));
        return partners.candidates()
                .map(Areas::new)
                .chain(areas -> datasets().chain(datasets -> products.map(all -> new Codes(areas, datasets, all))));
    }

    private Uni<Map<Integer, Code>> datasets() {
        return pool.query(DATASETS).execute().map(rows -> {
            Map<Integer, Code> datasets = new LinkedHashMap<>();
            rows.forEach(
                    row -> datasets.put(row.getInteger("id"), new Code(row.getString("code"), row.getString("title"))));
            return datasets;
        });
    }

    private static Map<Classification, List<Code>> productsOf(
            Collection<Classification> classifications, RowSet<Row> rows) {
        Map<Classification, List<Code>> products = new EnumMap<>(Classification.class);
        classifications.forEach(each -> products.put(each, new ArrayList<>()));
        rows.forEach(row -> products.computeIfAbsent(
                        Classification.valueOf(row.getString("classification")), each -> new ArrayList<>())
                .add(new Code(row.getString("code"), row.getString("title_en"), row.getString("parent"))));
        return products;
    }
}
