package io.lancang.integration.plan;

import io.lancang.integration.access.Asker;
import io.lancang.integration.audit.Deed;
import io.lancang.integration.audit.Management;
import io.lancang.integration.page.Texts;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;

/** Makes, changes and removes plans. */
@Singleton
class Plans {
    static final int MOST = 200;
    private static final String USERS = "select count(*) from ClientEntity where plan = ?1";

    private final PlanRepository plans;
    private final Management management;

    Plans(PlanRepository plans, Management management) {
        this.plans = plans;
        this.management = management;
    }

    /** Fails with CONFLICT if there is one of this name. */
    Uni<Plan> create(Asker asker, String name, PlanLimits limits) {
        Texts.requireId("name", name);
        limits.check();
        return management.make(
                asker,
                new Deed("createPlan", name, limits.asJson()),
                () -> plans.count()
                        .invoke(count -> {
                            if (count >= MOST) {
                                throw Texts.full(
                                        "There are " + count + " plans", MOST, "Change one, or remove one first.");
                            }
                        })
                        .chain(() -> plans.findById(name))
                        .invoke(known -> {
                            if (known != null) {
                                throw new ServiceException(
                                        ErrorCode.CONFLICT,
                                        "There is a plan '" + name + "' already.",
                                        "`changePlan` changes its limits; or give another name.");
                            }
                        })
                        .chain(() -> plans.persistAndFlush(new PlanEntity(name, limits)))
                        .map(PlanEntity::asRecord));
    }

    /** Fails with NOT_FOUND if there is none of this name. */
    Uni<Plan> change(Asker asker, String name, PlanLimits limits) {
        limits.check();
        return management.make(
                asker,
                new Deed("changePlan", name, limits.asJson()),
                () -> plans.require(name).invoke(plan -> plan.change(limits)).map(PlanEntity::asRecord));
    }

    /** Fails with NOT_FOUND if there is none of this name, and with CONFLICT while clients have it. */
    Uni<Plan> remove(Asker asker, String name) {
        return management.make(
                asker,
                new Deed("removePlan", name, new JsonObject()),
                () -> plans.require(name)
                        .call(() -> users(name).invoke(users -> {
                            if (users > 0) {
                                throw new ServiceException(
                                        ErrorCode.CONFLICT,
                                        "The plan '" + name + "' is that of " + users + " clients.",
                                        "Give them another one by `changeClient`; `clients(filter: {plan: \"" + name
                                                + "\"})` lists them.");
                            }
                        }))
                        .call(plans::delete)
                        .map(PlanEntity::asRecord));
    }

    private static Uni<Long> users(String name) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(USERS, Long.class)
                        .setParameter(1, name)
                        .getSingleResult());
    }
}
