package io.lancang.federation;

/** What a client's operation does. */
public enum OperationType {
    QUERY,
    MUTATION,
    SUBSCRIPTION
}
