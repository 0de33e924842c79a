package io.lancang.gateway.request;

/** Where clients find the gateway's GraphQL. */
public final class Endpoint {
    /** The path of every transport. */
    public static final String PATH = "/graphql";

    private Endpoint() {}

    /** The path of every transport to a contract. */
    public static String of(String contract) {
        return PATH + "/" + contract;
    }
}
