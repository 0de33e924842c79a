package io.lancang.trade.partner;

import io.lancang.kit.connection.Direction;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.history.Vantage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements of a list of partners with their parameters: in SQL, since the past is read from a function. */
final class PartnerQuery {
    private static final String IS_MEMBER = """
            exists (select from membership m
                    where m.bloc_code = :bloc and m.partner_code = p.code and {sees m}
                      and m.starts <= current_date and (m.ends is null or m.ends >= current_date))
            """;

    private static final String HAS_TEXT =
            "strpos(lower(p.code || ' ' || p.name_en || ' ' || coalesce(p.name_zh, '')), lower(:text)) > 0";

    private final Vantage seen;
    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final Map<String, Object> parameters = new HashMap<>();

    PartnerQuery(PartnerFilter filter, Vantage seen) {
        this.seen = seen;
        PartnerKind kind = filter.kind();
        addIfAsked("p.kind = :kind", "kind", kind == null ? null : kind.name());
        addIfAsked("p.region = :region", "region", filter.region());
        addIfAsked(IS_MEMBER.replace("{sees m}", seen.sees("m")), "bloc", filter.bloc());
        addIfAsked(HAS_TEXT, "text", filter.text());
    }

    private void addIfAsked(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    /** Those alone that lie beyond the cursor of a page, if it has one. */
    PartnerQuery beyond(PartnerOrder order, PageArguments page) {
        List<String> keyset = page.keyset();
        if (keyset != null) {
            String beyond = " " + page.direction().beyond() + " ";
            addIfAsked(
                    switch (order) {
                        case CODE -> "p.code" + beyond + ":code";
                        case NAME -> "(p.name_en, p.code)" + beyond + "(:name, :code)";
                    },
                    "code",
                    keyset.getLast());
            if (order == PartnerOrder.NAME) {
                parameters.put("name", keyset.getFirst());
            }
        }
        return this;
    }

    /** Which partners, in their order or from its end. */
    String ordered(PartnerOrder order, Direction direction) {
        return where()
                + switch (order) {
                    case CODE -> " order by p.code" + direction.order();
                    case NAME -> " order by p.name_en" + direction.order() + ", p.code" + direction.order();
                };
    }

    /** How many there are. */
    String counted() {
        return "select count(*) from " + PartnersSeen.from(seen) + " p " + where();
    }

    private String where() {
        return "where " + String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
