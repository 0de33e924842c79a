package io.lancang.integration.client;

import io.lancang.integration.access.Access;
import io.lancang.integration.plan.Plan;
import io.lancang.integration.plan.PlanRepository;
import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Clients in the graph. */
@GraphQLApi
public class ClientApi {
    private final ClientRepository clients;
    private final PlanRepository plans;
    private final Access access;

    ClientApi(ClientRepository clients, PlanRepository plans, Access access) {
        this.clients = clients;
        this.plans = plans;
        this.access = access;
    }

    @Query
    @Description("The client that asks. Needs the role `client`, which every key of a client has.")
    public @NonNull Uni<Client> me() {
        return clients.byId(access.client("A client can be known only").id());
    }

    @Query
    @Description("A client by its id. Needs the role `admin`; a client may ask for itself.")
    public @NonNull Uni<Client> client(@Name("id") @Description("Id of the client.") @Id @NonNull String id) {
        access.adminOr(id, "A client can be read only");
        return clients.byId(id);
    }

    @Query
    @Description("Clients, by id. Needs the role `admin`.")
    @ListSize(
            assumedSize = 50,
            slicingArguments = {"first", "last"},
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<ClientConnection> clients(
            @Name("filter") @Description("Which clients; all if left out.") @Nullable ClientFilter filter,
            @Name("first") @Description(PageRequest.FIRST) @Nullable Integer first,
            @Name("after") @Description(PageRequest.AFTER) @Nullable String after,
            @Name("last") @Description(PageRequest.LAST) @Nullable Integer last,
            @Name("before") @Description(PageRequest.BEFORE) @Nullable String before) {
        access.administrator("All clients can be read only");
        ClientFilter wanted = Objects.requireNonNullElse(filter, ClientFilter.ALL);
        PageArguments arguments =
                new PageRequest(first, after, last, before).of(new CursorScope("clients", wanted), PageRequest.USUAL);
        return clients.page(arguments, wanted).map(page -> ClientConnection.of(arguments, page, wanted));
    }

    /** Clients by key, as {@link #client} gives them; null for one that does not exist. */
    @Resolver
    public Uni<List<@Nullable Client>> clientsById(@Name("id") @Id List<String> id) {
        id.forEach(each -> access.adminOr(each, "A client can be read only"));
        return clients.byIds(id).map(found -> id.stream().map(found::get).toList());
    }

    /** Counted only where it is asked for. */
    @Description("How many clients the whole list has.")
    @Cost(weight = 5)
    public @NonNull Uni<Integer> totalCount(@Source ClientConnection connection) {
        return clients.count(connection.filter()).map(Math::toIntExact);
    }

    /** The plans of clients. */
    @Description("What it may ask for in a minute and at once.")
    public @NonNull Uni<List<@NonNull Plan>> plan(@Source List<Client> given) {
        return plans.byNames(given.stream().map(Client::planName).toList())
                .map(found -> given.stream()
                        .map(client -> Objects.requireNonNull(found.get(client.planName()), "a client has a plan"))
                        .toList());
    }
}
