package io.lancang.federation.plan.tree;

import java.util.List;

/**
 * One place from which the value of a context argument can come.
 *
 * @param above the position of the objects that set the context
 * @param type object type of those that are meant
 * @param typename distinguishes them from others there; empty if there are no others
 * @param unwrapped how many levels of the parts only lead to the value; 0 if the parts are the fields of an input object
 * @param parts of the value; empty if objects of this type have none
 */
public record ContextPart(Position above, String type, List<Part> typename, int unwrapped, List<Part> parts) {}
