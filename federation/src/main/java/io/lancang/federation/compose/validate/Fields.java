package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.function.BiConsumer;

/** Goes over the fields of a subgraph. */
final class Fields {

    private Fields() {}

    static void forEach(SubgraphModel subgraph, BiConsumer<FieldsType, FieldElement> visitor) {
        for (FieldsType type : subgraph.fieldsTypes()) {
            type.fields().values().forEach(field -> visitor.accept(type, field));
        }
    }

    static String coordinate(FieldsType type, FieldElement field) {
        return type.name() + "." + field.name();
    }
}
