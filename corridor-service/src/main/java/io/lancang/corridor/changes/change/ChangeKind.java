package io.lancang.corridor.changes.change;

import org.eclipse.microprofile.graphql.Description;

@Description("What a release did to a fact.")
public enum ChangeKind {
    @Description("It had not been on record before.")
    ADDED,
    @Description("Something of it changed.")
    REVISED,
    @Description("It is no longer on record.")
    REMOVED
}
