package io.lancang.integration;

import io.smallrye.graphql.api.federation.link.Import;
import io.smallrye.graphql.api.federation.link.Link;
import org.eclipse.microprofile.graphql.GraphQLApi;

/** Declares the schema of this service a subgraph of Apollo Federation 2, and which of its directives are used. */
@Link(
        url = "https://specs.apollo.dev/federation/v2.9",
        _import = {
            @Import(name = "@key"),
            @Import(name = "@shareable"),
            @Import(name = "@cost"),
            @Import(name = "@listSize"),
            @Import(name = "FieldSet")
        })
@GraphQLApi
public class IntegrationSubgraph {}
