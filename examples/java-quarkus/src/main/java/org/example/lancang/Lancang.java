package org.example.lancang;

import io.smallrye.graphql.client.typesafe.api.GraphQLClientApi;
import io.smallrye.graphql.client.typesafe.api.NestedParameter;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The graph as far as this client uses it. Each method is an operation that is made from its parameters and its type. */
@GraphQLClientApi(configKey = "lancang")
public interface Lancang {
    /** A partner by its ISO 3166-1 alpha-3 code, with its trade of these years. */
    @Query("partner")
    Partner partner(
            @Name("code") @NonNull @Id String code,
            @NestedParameter("trade") @Name("from") int from,
            @NestedParameter("trade") @Name("to") int to);
}
