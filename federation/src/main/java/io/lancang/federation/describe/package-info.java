/**
 * Says what operations take and answer with, and what a schema has, for callers who know no GraphQL. Plans and executes nothing, and is
 * used when tools are made of documents, not when operations run.
 */
@NullMarked
package io.lancang.federation.describe;

import org.jspecify.annotations.NullMarked;
