package io.lancang.trade.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The condition of a list of partners, in the language of Hibernate, with its parameters. */
final class PartnerQuery {
    /** Entities of other features are known by their names. */
    private static final String IS_MEMBER = """
            exists (select 1 from MembershipEntity m
                    where m.bloc = :bloc and m.partner = code and m.supersededBy is null
                      and m.starts <= local date and (m.ends is null or m.ends >= local date))
            """;

    private static final String HAS_TEXT =
            "locate(lower(:text), lower(code || ' ' || nameEn || ' ' || coalesce(nameZh, ''))) > 0";

    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> parameters = new HashMap<>();

    PartnerQuery(PartnerFilter filter) {
        addIfAsked("kind = :kind", "kind", filter.kind());
        addIfAsked("region = :region", "region", filter.region());
        addIfAsked(IS_MEMBER, "bloc", filter.bloc());
        addIfAsked(HAS_TEXT, "text", filter.text());
    }

    private void addIfAsked(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    /** Those alone that come after the keyset, if there is one. */
    PartnerQuery after(PartnerOrder order, @Nullable List<String> keyset) {
        if (keyset != null) {
            addIfAsked(
                    switch (order) {
                        case CODE -> "code > :code";
                        case NAME -> "(nameEn > :name or nameEn = :name and code > :code)";
                    },
                    "code",
                    keyset.getLast());
            if (order == PartnerOrder.NAME) {
                parameters.put("name", keyset.getFirst());
            }
        }
        return this;
    }

    String condition() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
