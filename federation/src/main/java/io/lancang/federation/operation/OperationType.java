package io.lancang.federation.operation;

/** What a client's operation does. */
public enum OperationType {
    QUERY,
    MUTATION,
    SUBSCRIPTION
}
