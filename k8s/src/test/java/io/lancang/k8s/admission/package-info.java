/**
 * What the API server and the operators' admission refuse although all fields and types are right: one kind of object or one
 * kind of value is one class. What is accepted and still unwise, the policies say.
 */
@NullMarked
package io.lancang.k8s.admission;

import org.jspecify.annotations.NullMarked;
