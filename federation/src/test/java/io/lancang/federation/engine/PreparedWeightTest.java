package io.lancang.federation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.Directives;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.AccessOptions;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.OperationType;
import io.lancang.federation.access.Withholding;
import io.lancang.federation.cost.OperationCost;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.execute.answer.ApiTypes;
import io.lancang.federation.execute.compile.ExecutablePlan;
import io.lancang.federation.execute.introspection.IntrospectionQuery;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.OperationResult;
import io.lancang.federation.operation.Operations;
import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.plan.query.QueryPlan;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The sums of what a prepared operation keeps; whether a part weighs so much is what RetainedSizeTest measures. An operation is 400
 * and each of its selections 90, so that one field is 490. What is prepared of it is 4,500, with 32 for a cost that is nothing and 56 for the
 * empty text of what it asks about the schema: 4,588.
 */
class PreparedWeightTest {
    private static final GraphQLSchema API = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                    new SchemaParser().parse("type Query { depth: Int }"))
            .transform(schema -> schema.additionalDirective(Directives.DeferDirective));

    private final Operations operations = new Operations(API, OperationLimits.DEFAULT, 100_000);
    private final Operation depth = operation("{ depth }");

    @Test
    void countsTheOperationOnceWhereItIsAnsweredAsItWasAsked() {
        assertEquals(4_588 + 490, PreparedWeight.of(depth, planned(depth, List.of())));
    }

    /** A request of one field is 1,800. */
    @Test
    void countsThePlan() {
        Fetch fetch = Plans.root(0, "s", "{ depth }");

        assertEquals(4_588 + 490 + 1_800, PreparedWeight.of(depth, planned(depth, List.of(), fetch)));
    }

    /** `{__schema{types{name}}}` is a text of 23 characters. */
    @Test
    void countsWhatIsAskedAboutTheSchema() {
        Operation schema = operation("{ __schema { types { name } } }");

        assertEquals(4_588 + 23 + 400 + 3 * 90, PreparedWeight.of(schema, planned(schema, List.of())));
    }

    @Test
    void countsTheOperationThatIsShownBesideTheOneThatWasAskedWhereSomethingIsWithheld() {
        var denial = new Withholding.Denial(List.of("depth"), Conditions.NONE, "Not for everybody.");

        assertEquals(4_588 + 490 + 490, PreparedWeight.of(depth, planned(depth, List.of(denial))));
    }

    /** A deferred fragment and its field: 580, and as much where nothing is deferred, which is an operation of its own. */
    @Test
    void countsBothOperationsWhereOneOfThemDefers() {
        Operation deferring = operation("{ ... @defer { depth } }");
        Operation whole = deferring.deferring(Set.of());

        assertEquals(4_588 + 580 + 580, PreparedWeight.of(deferring, planned(whole, List.of())));
        assertEquals(4_588 + 490 + 580, PreparedWeight.of(depth, planned(deferring, List.of())));
    }

    @Test
    void countsARefusalWithTheOperationForWhichItStands() {
        assertEquals(
                600 + 490,
                PreparedWeight.of(depth, new PreparedOperation.Refused(ErrorCode.LIMIT_EXCEEDED, "Too much.")));
    }

    private static PreparedOperation planned(Operation shown, List<Withholding.Denial> denials, Fetch... fetches) {
        QueryPlan plan = new QueryPlan(OperationType.QUERY, List.of(fetches));
        return new PreparedOperation.Planned(
                shown,
                plan,
                ExecutablePlan.compile(shown, plan, new ApiTypes(API, name -> false)),
                IntrospectionQuery.of(shown),
                OperationCost.NONE,
                new Denials(AccessOptions.DEFAULT, denials),
                1);
    }

    private Operation operation(String document) {
        return switch (operations.find(document, null)) {
            case OperationResult.Accepted accepted -> accepted.operation();
            case OperationResult.Refused refused ->
                throw new IllegalArgumentException(refused.errors().toString());
        };
    }
}
