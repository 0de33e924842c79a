package io.lancang.integration.plan;

import io.lancang.integration.access.Access;
import io.lancang.kit.cost.ListSize;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Plans in the graph. */
@GraphQLApi
public class PlanApi {
    private static final String NEEDS = "Plans can be changed only";

    private final PlanRepository repository;
    private final Plans plans;
    private final Access access;

    PlanApi(PlanRepository repository, Plans plans, Access access) {
        this.repository = repository;
        this.plans = plans;
        this.access = access;
    }

    @Query
    @Description("All plans, by name. Needs the role `admin`.")
    @ListSize(assumedSize = 5)
    public @NonNull Uni<List<@NonNull Plan>> plans() {
        access.administrator("All plans can be read only");
        return repository.all();
    }

    @Mutation
    @Description("Adds a plan. Needs the role `admin`.")
    public @NonNull Uni<Plan> createPlan(
            @Name("name")
                    @Description("A new name: 3 to 64 small letters, digits and hyphens, a letter first.")
                    @Id
                    @NonNull
                    String name,
            @Name("limits") @Description("What is limited.") @NonNull PlanLimits limits) {
        return plans.create(access.administrator(NEEDS), name, limits);
    }

    @Mutation
    @Description(
            "Gives a plan other limits, in place of all that it has. Gateways know within two seconds. Needs the role"
                    + " `admin`.")
    public @NonNull Uni<Plan> changePlan(
            @Name("name") @Description("Name of the plan.") @Id @NonNull String name,
            @Name("limits") @Description("What is limited from now on.") @NonNull PlanLimits limits) {
        return plans.change(access.administrator(NEEDS), name, limits);
    }

    @Mutation
    @Description(
            "Removes a plan that no client has. Without the plan `anonymous`, who asks without a key has no limits of a plan."
                    + " Needs the role `admin`.")
    public @NonNull Uni<Plan> removePlan(@Name("name") @Description("Name of the plan.") @Id @NonNull String name) {
        return plans.remove(access.administrator(NEEDS), name);
    }
}
