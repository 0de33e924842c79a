package io.lancang.federation.differential.shrink;

import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** External fields that no field set names any more. */
final class Externals {
    private Externals() {}

    static Schema prune(Schema schema) {
        String fieldSets = schema.types().values().stream()
                .flatMap(type -> Stream.concat(
                        type.directives().stream(),
                        type.fields().values().stream().flatMap(field -> field.directives().stream())))
                .map(Directive::fields)
                .collect(Collectors.joining(" "));
        Schema pruned = schema;
        for (Type type : schema.types().values()) {
            Type smaller = type;
            for (Field field : type.fields().values()) {
                boolean named = Pattern.compile("\\b" + field.name() + "\\b")
                        .matcher(fieldSets)
                        .find();
                smaller = field.has("external") && !named ? smaller.without(field.name()) : smaller;
            }
            pruned = pruned.with(smaller);
        }
        return pruned;
    }
}
