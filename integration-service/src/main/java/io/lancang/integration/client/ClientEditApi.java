package io.lancang.integration.client;

import io.lancang.integration.access.Access;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Changes of clients in the graph. */
@GraphQLApi
public class ClientEditApi {
    private static final String NEEDS = "Clients can be changed only";

    private final Clients clients;
    private final Access access;

    ClientEditApi(Clients clients, Access access) {
        this.clients = clients;
        this.access = access;
    }

    @Mutation
    @Description("Registers a client. It has no key yet: `issueKey` gives it one. Needs the role `admin`.")
    public @NonNull Uni<Client> createClient(@Name("client") @Description("The client.") @NonNull NewClient client) {
        return clients.create(access.administrator(NEEDS), client);
    }

    @Mutation
    @Description("Changes a client. Gateways know within two seconds. Needs the role `admin`.")
    public @NonNull Uni<Client> changeClient(
            @Name("id") @Description("Id of the client.") @Id @NonNull String id,
            @Name("change") @Description("What changes.") @NonNull ClientChange change) {
        return clients.change(access.administrator(NEEDS), id, change);
    }

    @Mutation
    @Description(
            "Refuses requests with any of the keys of a client until it is resumed. Gateways know within two seconds. Needs the"
                    + " role `admin`.")
    public @NonNull Uni<Client> suspendClient(
            @Name("id") @Description("Id of the client.") @Id @NonNull String id,
            @Name("reason") @Description("Why. Requests of the client get it in their error.") @NonNull String reason) {
        return clients.suspend(access.administrator(NEEDS), id, reason);
    }

    @Mutation
    @Description(
            "Accepts requests of a suspended client again, with those of its keys that are valid. Needs the role `admin`.")
    public @NonNull Uni<Client> resumeClient(@Name("id") @Description("Id of the client.") @Id @NonNull String id) {
        return clients.resume(access.administrator(NEEDS), id);
    }
}
