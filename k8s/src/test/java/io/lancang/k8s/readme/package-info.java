/**
 * What README.md tells people to write and to type, read as a person would and held against what is deployed. What a manifest
 * has to be, the rules elsewhere say.
 */
@NullMarked
package io.lancang.k8s.readme;

import org.jspecify.annotations.NullMarked;
