/**
 * Turns a client's operation into fetches from subgraphs. A plan is immutable data with a printer; it never contains the
 * values of variables and nothing here sends a request.
 *
 * <p>{@link io.lancang.federation.plan.QueryPlanner} names the stages. Rules that rewrite are of two types, each with one list in
 * the order of application, since the search is between them: a {@code TreeRule} changes what is asked for and which ways are
 * open, before there are steps; a {@link io.lancang.federation.plan.assemble.StepRule} changes what steps take, when the choice
 * of subgraphs is final and nothing may open another way any more. One type for both would take what one half does not have
 * yet and the other must not touch any more. What {@code AskForTypenames} adds is part of the search, because what is deferred
 * is searched for after it and builds on that.
 */
@NullMarked
package io.lancang.federation.plan;

import org.jspecify.annotations.NullMarked;
