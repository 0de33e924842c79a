/**
 * Changes of clients, keys and plans: each in one transaction, one after the other, with an entry that says who made it. No secret is
 * ever written here.
 */
@NullMarked
package io.lancang.integration.audit;

import org.jspecify.annotations.NullMarked;
