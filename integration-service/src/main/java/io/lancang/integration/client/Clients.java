package io.lancang.integration.client;

import io.lancang.integration.access.Asker;
import io.lancang.integration.access.IntegrationConfig;
import io.lancang.integration.audit.Deed;
import io.lancang.integration.audit.Management;
import io.lancang.integration.page.Moments;
import io.lancang.integration.page.Texts;
import io.lancang.integration.plan.PlanRepository;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Registers, changes, suspends and resumes clients. */
@Singleton
class Clients {
    static final int MOST = 10_000;

    private final ClientRepository clients;
    private final PlanRepository plans;
    private final Management management;
    private final @Nullable List<String> known;

    Clients(ClientRepository clients, PlanRepository plans, Management management, IntegrationConfig config) {
        this.clients = clients;
        this.plans = plans;
        this.management = management;
        this.known = config.scopes().map(Scopes::checked).orElse(null);
    }

    /** Fails with CONFLICT if there is one with this id, and with NOT_FOUND for an unknown plan. */
    Uni<Client> create(Asker asker, NewClient given) {
        given.check();
        List<String> scopes = granted(given.scopes());
        return management.make(
                asker,
                new Deed("createClient", given.id(), given.asJson()),
                () -> clients.count()
                        .invoke(count -> {
                            if (count >= MOST) {
                                throw Texts.full(
                                        "There are " + count + " clients",
                                        MOST,
                                        "Let systems of one partner share a client.");
                            }
                        })
                        .chain(() -> clients.findById(given.id()))
                        .invoke(registered -> {
                            if (registered != null) {
                                throw new ServiceException(
                                        ErrorCode.CONFLICT,
                                        "There is a client '" + given.id() + "' already.",
                                        "`changeClient` changes it, `issueKey` gives it another key; or give another id.");
                            }
                        })
                        .chain(() -> plans.require(given.plan()))
                        .chain(() -> clients.persistAndFlush(new ClientEntity(given, scopes, Moments.now())))
                        .map(ClientEntity::asRecord));
    }

    /** Fails with NOT_FOUND for an unknown client or plan. */
    Uni<Client> change(Asker asker, String id, ClientChange change) {
        change.check();
        String plan = change.plan();
        List<String> scopes = change.scopes() == null ? null : granted(change.scopes());
        return management.make(
                asker,
                new Deed("changeClient", id, change.asJson()),
                () -> clients.require(id)
                        .call(() -> plan == null ? Uni.createFrom().voidItem() : plans.require(plan))
                        .invoke(client -> client.change(change, scopes))
                        .map(ClientEntity::asRecord));
    }

    /** Done already, it changes the reason. */
    Uni<Client> suspend(Asker asker, String id, String reason) {
        Texts.requireText("reason", reason);
        return turn(
                asker,
                new Deed("suspendClient", id, new JsonObject().put("reason", reason)),
                client -> client.suspend(reason));
    }

    /** Done already, it changes nothing. */
    Uni<Client> resume(Asker asker, String id) {
        return turn(asker, new Deed("resumeClient", id, new JsonObject()), ClientEntity::resume);
    }

    private Uni<Client> turn(Asker asker, Deed deed, Consumer<ClientEntity> change) {
        return management.make(
                asker,
                deed,
                () -> clients.require(deed.subject()).invoke(change).map(ClientEntity::asRecord));
    }

    private List<String> granted(List<String> scopes) {
        List<String> checked = Scopes.checked(scopes);
        if (known != null) {
            Scopes.requireAmong(
                    checked,
                    known,
                    "the scopes of this service",
                    "Whoever runs the service adds scopes by lancang.integration.scopes.");
        }
        return checked;
    }
}
