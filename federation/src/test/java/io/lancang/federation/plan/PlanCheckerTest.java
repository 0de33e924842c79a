package io.lancang.federation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.federation.operation.Conditions;
import io.lancang.federation.plan.PlanDefect.Rule;
import io.lancang.federation.plan.query.DeferredPart;
import io.lancang.federation.plan.query.FetchSelection;
import io.lancang.federation.plan.query.PlanPrinter;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.plan.query.RepresentationSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The checker notices what it is there to notice: for each of its rules, plans that break it. */
class PlanCheckerTest {
    private static final Planning CHAIN = EntityPlanTest.CHAIN;
    private static final Planning TRADE = RequiresPlanTest.TRADE;
    private static final Planning PLACES = AbstractTypePlanTest.PLACES;

    @Test
    void noticesAFieldThatTheSubgraphDoesNotHave() {
        assertBroken(
                Rule.VALID,
                CHAIN,
                "{ port { depth } }",
                plan -> BrokenPlan.beside(plan, 1, "depth", BrokenPlan.leaf("cranes")));
    }

    @Test
    void noticesTwoFieldsUnderOneAlias() {
        assertBroken(
                Rule.VALID,
                CHAIN,
                "{ port { name } }",
                plan -> BrokenPlan.beside(
                        plan,
                        0,
                        "name",
                        new FetchSelection.Field("name", "$id", "id", List.of(), Conditions.NONE, List.of())));
    }

    @Test
    void noticesAnExternalFieldThatIsNotProvided() {
        assertBroken(
                Rule.RESOLVED,
                TRADE,
                "{ busiest { flows } }",
                plan -> BrokenPlan.beside(plan, 0, "flows", BrokenPlan.leaf("openedOn")));
    }

    @Test
    void noticesAFieldWithRequirementsWhereNothingCarriesThem() {
        assertBroken(
                Rule.RESOLVED,
                TRADE,
                "{ busiest { flows } }",
                plan -> BrokenPlan.beside(plan, 0, "flows", BrokenPlan.leaf("density")));
    }

    @Test
    void noticesAKeyThatNothingBrings() {
        assertBroken(Rule.INPUT_PRESENT, CHAIN, "{ port { name depth } }", plan -> BrokenPlan.without(plan, 0, "$id"));
    }

    @Test
    void noticesARequirementThatNothingBrings() {
        assertBroken(
                Rule.INPUT_PRESENT,
                TRADE,
                "{ corridor { tradeServed } }",
                plan -> BrokenPlan.without(plan, 0, "$openedOn"));
    }

    @Test
    void noticesAKeyThatComesAtTheSameTime() {
        assertBroken(Rule.INPUT_PRESENT, CHAIN, "{ port { depth } }", plan -> BrokenPlan.after(plan, 1));
    }

    @Test
    void noticesAKeyThatIsThereUnderConditionsOnly() {
        assertBroken(
                Rule.INPUT_PRESENT,
                CHAIN,
                "query ($x: Boolean!) { port { name @include(if: $x) depth } }",
                plan -> BrokenPlan.replaceField(
                        plan,
                        0,
                        "$id",
                        id -> new FetchSelection.Field(
                                id.alias(),
                                id.mergeKey(),
                                id.name(),
                                List.of(),
                                new Conditions(Set.of("x"), Set.of()),
                                List.of())));
    }

    @Test
    void noticesATypeThatDecidesButIsNotKnown() {
        assertBroken(
                Rule.INPUT_PRESENT, PLACES, "{ places { people } }", plan -> BrokenPlan.without(plan, 0, "__typename"));
    }

    @Test
    void noticesARepresentationWithoutKey() {
        assertBroken(
                Rule.REPRESENTATION_COMPLETE,
                TRADE,
                "{ corridor { tradeServed } }",
                plan -> BrokenPlan.represent(plan, 1, fields -> without(fields, "id")));
    }

    @Test
    void noticesARepresentationWithoutARequirement() {
        assertBroken(
                Rule.REPRESENTATION_COMPLETE,
                TRADE,
                "{ corridor { tradeServed } }",
                plan -> BrokenPlan.represent(plan, 1, fields -> without(fields, "openedOn")));
    }

    @Test
    void noticesARepresentationThatSendsAFieldTwice() {
        assertBroken(
                Rule.REPRESENTATION_COMPLETE,
                CHAIN,
                "{ port { depth } }",
                plan -> BrokenPlan.represent(plan, 1, fields -> {
                    List<RepresentationSelection> twice = new ArrayList<>(fields);
                    twice.addAll(fields);
                    return twice;
                }));
    }

    @Test
    void noticesARepresentationThatSendsTooMuch() {
        assertBroken(
                Rule.REPRESENTATION_MINIMAL,
                CHAIN,
                "{ port { name depth } }",
                plan -> BrokenPlan.represent(
                        plan,
                        1,
                        fields -> Stream.concat(
                                        fields.stream(),
                                        Stream.of(new RepresentationSelection.Field(
                                                "name", "name", false, List.of(), List.of())))
                                .toList()));
    }

    @Test
    void noticesALeafThatNothingBrings() {
        assertBroken(Rule.LEAF_PRESENT, CHAIN, "{ port { name depth } }", plan -> BrokenPlan.without(plan, 0, "name"));
    }

    @Test
    void noticesALeafThatNothingBringsForOneRuntimeType() {
        assertBroken(
                Rule.LEAF_PRESENT,
                PLACES,
                "{ places { ... on Port { rank } ... on City { rank } } }",
                plan -> BrokenPlan.replaceField(
                        plan, 0, "rank", rank -> rank.alias().equals("rank") ? rank : BrokenPlan.leaf("__typename")));
    }

    @Test
    void noticesALeafWithOtherArguments() {
        assertBroken(
                Rule.LEAF_PRESENT,
                TRADE,
                "{ corridor { length(unit: \"m\") } }",
                plan -> BrokenPlan.replaceField(plan, 0, "length", length -> BrokenPlan.leaf("length")));
    }

    @Test
    void noticesObjectsOfUnknownType() {
        assertBroken(
                Rule.LEAF_PRESENT, PLACES, "{ places { name } }", plan -> BrokenPlan.without(plan, 0, "__typename"));
    }

    @Test
    void noticesALeafThatIsBroughtTwice() {
        assertBroken(
                Rule.ONCE,
                CHAIN,
                "{ port { code cranes } }",
                plan -> BrokenPlan.beside(plan, 2, "cranes", BrokenPlan.leaf("code")));
    }

    @Test
    void noticesAFieldThatNobodyNeeds() {
        assertBroken(
                Rule.NEEDED,
                CHAIN,
                "{ port { depth } }",
                plan -> BrokenPlan.beside(plan, 1, "depth", BrokenPlan.leaf("code")));
    }

    @Test
    void noticesATypenameThatNobodyNeeds() {
        assertBroken(
                Rule.NEEDED,
                CHAIN,
                "{ port { name } }",
                plan -> BrokenPlan.beside(plan, 0, "name", BrokenPlan.leaf("__typename")));
    }

    @Test
    void noticesAFetchThatWaitsForOneThatBringsNothingToIt() {
        assertBroken(Rule.AWAITED, CHAIN, "{ port { depth } zones }", plan -> BrokenPlan.after(plan, 2, 0, 1));
    }

    @Test
    void noticesAMutationThatDoesNotWaitForTheOneBeforeIt() {
        assertBroken(
                Rule.ORDER, MutationPlanTest.PLANNING, "mutation { drop index }", plan -> BrokenPlan.after(plan, 1));
    }

    private static List<RepresentationSelection> without(List<RepresentationSelection> fields, String name) {
        return fields.stream()
                .filter(selection -> !(selection instanceof RepresentationSelection.Field field)
                        || !field.name().equals(name))
                .toList();
    }

    @Test
    void noticesAPartThatDoesNotWaitForWhatItSelects() {
        assertBrokenPart(
                Rule.PART_COMPLETE,
                part -> new DeferredPart(part.id(), part.label(), part.within(), part.paths(), List.of(0)));
    }

    @Test
    void noticesAPartThatWaitsForWhatItDoesNotSelect() {
        assertBrokenPart(
                Rule.PART_NOT_LATE,
                part -> new DeferredPart(part.id(), part.label(), part.within(), part.paths(), List.of(1, 2)));
    }

    @Test
    void noticesAPrimaryPartThatWaitsForADeferredOne() {
        QueryPlan plan = DeferPlanTest.SHOP.planDeferred(IN_PARTS);
        QueryPlan broken = new QueryPlan(plan.type(), plan.fetches(), List.of(1), plan.deferred(), false);

        PlanDefect found = assertThrows(PlanDefect.class, () -> DeferPlanTest.SHOP.checkDeferred(IN_PARTS, broken));

        assertEquals(Rule.PART_NOT_LATE, found.rule());
    }

    private static final String IN_PARTS = "{ product { name ... @defer { reviews { stars } } ... @defer { text } } }";

    /** Damages the first of two deferred parts, which waits for one fetch as the other does. */
    private static void assertBrokenPart(Rule rule, UnaryOperator<DeferredPart> damage) {
        QueryPlan plan = DeferPlanTest.SHOP.planDeferred(IN_PARTS);
        List<DeferredPart> parts = new ArrayList<>(plan.deferred());
        parts.set(0, damage.apply(parts.getFirst()));
        QueryPlan broken = new QueryPlan(plan.type(), plan.fetches(), plan.primary(), parts, false);

        PlanDefect found = assertThrows(PlanDefect.class, () -> DeferPlanTest.SHOP.checkDeferred(IN_PARTS, broken));

        assertEquals(rule, found.rule(), found::getMessage);
    }

    private static void assertBroken(Rule rule, Planning planning, String query, UnaryOperator<QueryPlan> damage) {
        QueryPlan broken = damage.apply(planning.plan(query, Set.of()));
        PlanDefect found =
                assertThrows(PlanDefect.class, () -> planning.check(query, broken), () -> PlanPrinter.explain(broken));
        assertEquals(rule, found.rule(), found::getMessage);
    }
}
