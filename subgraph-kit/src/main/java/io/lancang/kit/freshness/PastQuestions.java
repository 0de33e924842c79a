package io.lancang.kit.freshness;

import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells questions about the past alone, whose answers no release and no edit changes. Each field that takes a moment or a day must
 * be given one; of an object that other subgraphs know, too, nothing else may be asked than its key, unless it is found below such
 * a field and is itself of that moment, which its field {@code asOfRelease} tells. Immutable.
 */
public final class PastQuestions {
    /** The arguments that take a moment, or a day of which the present one is meant where none is given. */
    private static final Set<String> MOMENTS = Set.of("asOf", "loadedBy", "asOfDate");

    private static final String DAY = "Date";
    private static final String ENTITIES = "_entities";
    private static final String OF_ITS_MOMENT = "asOfRelease";
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final GraphQLSchema schema;

    /** For the questions to one schema. */
    public PastQuestions(GraphQLSchema schema) {
        this.schema = schema;
    }

    /**
     * Whether nothing that a query asks for can change any more.
     *
     * @param query one that is valid and about to be executed
     * @param settled no release will ever have been loaded before this moment but those that are known
     */
    public boolean areOfPast(ExecutionContext query, Instant settled) {
        String document = query.getExecutionInput().getQuery();
        // Few questions are, and the others shall pay no more than this for it.
        return (document.contains("asOf") || document.contains("loadedBy"))
                && areOfPast(
                        query.getOperationDefinition(),
                        query.getFragmentsByName(),
                        query.getCoercedVariables(),
                        settled);
    }

    boolean areOfPast(
            OperationDefinition query,
            Map<String, FragmentDefinition> fragments,
            CoercedVariables variables,
            Instant settled) {
        Fields fields = new Fields(settled);
        QueryTraverser.newQueryTraverser()
                .schema(schema)
                .root(query)
                .rootParentType(schema.getQueryType())
                .fragmentsByName(fragments)
                .coercedVariables(variables)
                .build()
                .visitPreOrder(fields);
        return fields.areOfPast;
    }

    private final class Fields extends QueryVisitorStub {
        private final Instant settled;
        private boolean areOfPast = true;

        private Fields(Instant settled) {
            this.settled = settled;
        }

        @Override
        public void visitField(QueryVisitorFieldEnvironment field) {
            areOfPast = areOfPast && (field.isTypeNameIntrospectionField() || isOfPast(field));
        }

        private boolean isOfPast(QueryVisitorFieldEnvironment field) {
            if (!moments(field).isEmpty()) {
                return hasMoment(field);
            }
            GraphQLFieldsContainer parent = field.getFieldsContainer();
            String name = field.getField().getName();
            if (parent.getName().equals(schema.getQueryType().getName())) {
                return name.equals(ENTITIES);
            }
            Set<String> key = key(parent);
            return key.isEmpty()
                    || key.contains(name)
                    || (parent.getFieldDefinition(OF_ITS_MOMENT) != null && isBelowMoment(field));
        }

        private boolean isBelowMoment(QueryVisitorFieldEnvironment field) {
            QueryVisitorFieldEnvironment above = field.getParentEnvironment();
            while (above != null) {
                if (!moments(above).isEmpty()) {
                    return hasMoment(above);
                }
                above = above.getParentEnvironment();
            }
            return false;
        }

        private boolean hasMoment(QueryVisitorFieldEnvironment field) {
            return moments(field).stream()
                    .allMatch(
                            argument -> isSettled(argument, field.getArguments().get(argument.getName())));
        }

        private boolean isSettled(GraphQLArgument argument, @Nullable Object given) {
            if (given == null) {
                return false;
            }
            if (GraphQLTypeUtil.unwrapAll(argument.getType()).getName().equals(DAY)) {
                return true;
            }
            try {
                return OffsetDateTime.parse(given.toString()).toInstant().isBefore(settled);
            } catch (DateTimeParseException _) {
                // Another form of a moment than that of ISO 8601 with an offset: taken for the present, which is never
                // wrong.
                return false;
            }
        }
    }

    private static List<GraphQLArgument> moments(QueryVisitorFieldEnvironment field) {
        return field.getFieldDefinition().getArguments().stream()
                .filter(argument -> MOMENTS.contains(argument.getName()))
                .toList();
    }

    /** The fields by which other subgraphs know an object; none if they do not. */
    private static Set<String> key(GraphQLFieldsContainer type) {
        List<GraphQLAppliedDirective> directives = directives(type);
        Set<String> key = new HashSet<>();
        for (GraphQLAppliedDirective directive : directives) {
            String fields = directive.getArgument("fields").getValue();
            key.addAll(Arrays.asList(SPACE.split(fields == null ? "" : fields)));
        }
        return key;
    }

    private static List<GraphQLAppliedDirective> directives(GraphQLNamedType type) {
        return switch (type) {
            case GraphQLObjectType object -> object.getAppliedDirectives("key");
            case GraphQLInterfaceType shape -> shape.getAppliedDirectives("key");
            default -> List.of();
        };
    }
}
