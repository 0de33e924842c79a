package io.lancang.federation.compose.merge.type;

import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where types are used for input and for output, with an example of each for messages.
 *
 * @param inputs type name to the coordinate of an argument or input field of the type
 * @param outputs type name to the coordinate of a field that returns the type
 */
public record EnumUsage(Map<String, String> inputs, Map<String, String> outputs) {

    public static EnumUsage of(List<SubgraphModel> subgraphs) {
        EnumUsage usage = new EnumUsage(new HashMap<>(), new HashMap<>());
        for (SubgraphModel subgraph : subgraphs) {
            for (TypeElement type : subgraph.types().values()) {
                switch (type) {
                    case FieldsType fields ->
                        fields.fields().values().forEach(field -> usage.addField(type.name(), field));
                    case InputType input ->
                        usage.addInputs(type.name() + ".", input.fields().values());
                    default -> {
                        // Nothing else refers to a type as input or output.
                    }
                }
            }
        }
        return usage;
    }

    @Nullable
    String inputOf(String typeName) {
        return inputs.get(typeName);
    }

    @Nullable
    String outputOf(String typeName) {
        return outputs.get(typeName);
    }

    private void addField(String typeName, FieldElement field) {
        String coordinate = typeName + "." + field.name();
        outputs.putIfAbsent(TypeReferences.namedType(field.type()), coordinate);
        addInputs(coordinate + "(", field.arguments().values());
    }

    private void addInputs(String prefix, Collection<InputElement> elements) {
        for (InputElement element : elements) {
            String coordinate = prefix + element.name() + (prefix.endsWith("(") ? ":)" : "");
            inputs.putIfAbsent(TypeReferences.namedType(element.type()), coordinate);
        }
    }
}
