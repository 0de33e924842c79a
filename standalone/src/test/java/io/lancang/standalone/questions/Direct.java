package io.lancang.standalone.questions;

/**
 * What a service is asked for a question without a gateway, by a client that knows which service has what.
 *
 * @param service its name
 * @param document the GraphQL document
 * @param answer a part of the right answer, by which a wrong one is recognised
 */
public record Direct(String service, String document, String answer) {}
