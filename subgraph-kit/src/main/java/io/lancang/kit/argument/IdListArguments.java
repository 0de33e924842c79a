package io.lancang.kit.argument;

import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.spi.EventingService;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code [ID!]} arguments work. The extension notes the list as the class of each item of an {@code @Id List}
 * argument, and then refuses every item because it is text and no list. The GraphQL extension finds this class through
 * {@link java.util.ServiceLoader}.
 */
public final class IdListArguments implements EventingService {
    private static final String ID = "ID";

    /** Always on. */
    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    @Override
    public Operation createOperation(Operation operation) {
        for (Argument argument : operation.getArguments()) {
            Reference item = argument.getReference();
            if (ID.equals(item.getName()) && argument.hasWrapper()) {
                item.setClassName(String.class.getName());
            }
        }
        return operation;
    }
}
