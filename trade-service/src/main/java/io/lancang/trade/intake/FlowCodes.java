package io.lancang.trade.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The codes that figures may have, read once for a load: millions of rows are then checked without a question to the
 * database, and each is named with its line.
 *
 * @param partners codes of partners
 * @param byNumber codes of partners by ISO 3166 numeric code, without leading zeros
 * @param byChineseName codes of partners by name in Chinese, as {@link ChineseColumns#plain} writes it
 * @param products keys of products
 * @param sources ids of sources
 */
record FlowCodes(
        Set<String> partners,
        Map<String, String> byNumber,
        Map<String, String> byChineseName,
        Set<String> products,
        Set<String> sources) {
    FlowCodes {
        partners = Set.copyOf(partners);
        byNumber = Map.copyOf(byNumber);
        byChineseName = Map.copyOf(byChineseName);
        products = Set.copyOf(products);
        sources = Set.copyOf(sources);
    }

    static FlowCodes read(Connection connection) throws SQLException {
        Map<String, String> byNumber = new HashMap<>();
        Map<String, String> byChineseName = new HashMap<>();
        Set<String> partners = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select code, iso_numeric, name_zh from partner order by code")) {
            while (rows.next()) {
                partners.add(rows.getString("code"));
                @Nullable String number = rows.getString("iso_numeric");
                if (number != null) {
                    byNumber.put(String.valueOf(Integer.parseInt(number)), rows.getString("code"));
                }
                @Nullable String name = rows.getString("name_zh");
                if (name != null) {
                    byChineseName.putIfAbsent(ChineseColumns.plain(name), rows.getString("code"));
                }
            }
        }
        return new FlowCodes(
                partners,
                byNumber,
                byChineseName,
                texts(connection, "select key from product"),
                texts(connection, "select id from source"));
    }

    private static Set<String> texts(Connection connection, String sql) throws SQLException {
        Set<String> texts = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
