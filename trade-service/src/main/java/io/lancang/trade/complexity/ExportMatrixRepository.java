package io.lancang.trade.complexity;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.catalogue.DatasetsSeen;
import io.lancang.trade.figure.CodeSql;
import io.lancang.trade.product.ProductLevel;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads exports of all economies to a market by product, as the exporters report them: of the dataset with most exporters. */
@Singleton
class ExportMatrixRepository {
    private static final String EXPORTS = CodeSql.in("""
            with figure as (
              select f.dataset_id, f.reporter_code, f.product_code, f.amount
              from {figures} f
              join product p on p.key = f.product_code and p.classification = $1 and p.level = $2
              join partner r on r.code = f.reporter_code and r.kind <> 'AGGREGATE'
              where f.partner_code = $3 and f.frequency = 'A' and f.period = make_date($4::int, 1, 1) and f.flow = {exports}
                and f.currency = 'USD' and {sees}
            ), choice as (
              select f.dataset_id
              from (select dataset_id, count(distinct reporter_code) as exporters from figure group by dataset_id) f
              join {datasets} d on d.id = f.dataset_id
              order by f.exporters desc, {dataset order} limit 1
            )
            select f.reporter_code, f.product_code, sum(f.amount)::float8 as amount, f.dataset_id::int as dataset_id
            from figure f join choice c on c.dataset_id = f.dataset_id
            group by f.reporter_code, f.product_code, f.dataset_id
            order by f.reporter_code, f.product_code
            """);

    private final Pool pool;

    ExportMatrixRepository(Pool pool) {
        this.pool = pool;
    }

    /** The exports of a year; empty if no dataset has any. */
    Uni<ExportMatrix> exports(String market, int year, ProductLevel goods, Vantage vantage) {
        String sql = DatasetsSeen.in(EXPORTS, vantage)
                .replace("{figures}", goods.table())
                .replace("{sees}", vantage.sees("f"));
        Tuple parameters = Tuple.tuple()
                .addString(goods.classification().name())
                .addInteger(goods.level())
                .addString(market)
                .addInteger(year);
        return pool.preparedQuery(sql).execute(parameters).map(ExportMatrixRepository::matrixOf);
    }

    private static ExportMatrix matrixOf(RowSet<Row> rows) {
        Map<String, Integer> economies = new LinkedHashMap<>();
        Map<String, Integer> products = new LinkedHashMap<>();
        List<Row> all = new ArrayList<>();
        for (Row row : rows) {
            economies.putIfAbsent(row.getString("reporter_code"), economies.size());
            products.putIfAbsent(row.getString("product_code"), products.size());
            all.add(row);
        }
        if (all.isEmpty()) {
            return ExportMatrix.none();
        }
        double[][] amounts = new double[economies.size()][products.size()];
        for (Row row : all) {
            int economy = economies.getOrDefault(row.getString("reporter_code"), 0);
            int product = products.getOrDefault(row.getString("product_code"), 0);
            amounts[economy][product] = row.getDouble("amount");
        }
        return new ExportMatrix(
                List.copyOf(economies.keySet()),
                List.copyOf(products.keySet()),
                amounts,
                all.getFirst().getInteger("dataset_id"));
    }
}
