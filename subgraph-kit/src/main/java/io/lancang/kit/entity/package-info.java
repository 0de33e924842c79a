/**
 * Sessions of Hibernate Reactive that are safe where a request's fields are answered side by side.
 *
 * <p>{@code Panache.withSession} keeps its session on the Vert.x context of the request. Two sibling fields share that
 * context and run at the same time, so the second one finds the session of the first, in use or already closed, and fails
 * (quarkusio/quarkus#32870). A session also belongs to one event loop, and the steps of a request run on worker threads.
 *
 * <p>{@link io.lancang.kit.entity.OwnSession} answers both: each batch of reads and each mutation gets a new duplicated
 * context on the event loop of its request, and with it a session of its own; the result goes on in the request's own threads. What
 * the session gave is mapped to records before it is closed, so that nothing is fetched later. Which entities there are is each
 * service's own, and never here.
 */
@NullMarked
package io.lancang.kit.entity;

import org.jspecify.annotations.NullMarked;
