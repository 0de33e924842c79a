/**
 * What the API server and the operators' admission refuse although every published schema allows it: one kind of object or one
 * kind of value is one class. A test holds that no schema has the same rule. What is accepted and still unwise, the policies say.
 */
@NullMarked
package io.lancang.k8s.admission;

import org.jspecify.annotations.NullMarked;
