package io.lancang.kit.provenance;

import io.smallrye.graphql.api.federation.Shareable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Where a figure or a fact comes from. A value: both subgraphs give the same source the same content. */
@Shareable
@Description("Where a figure or a fact comes from, and under which terms.")
public record Source(
        @Description("Stable id, such as `IMF_DOTS_2022`.") @Id @NonNull
        String id,

        @Description("Title of the publication or data set.") @NonNull
        String title,

        @Description("Where to find it: an address, or repository, path and commit; null if it has none.") @Nullable
        String locator,

        @Description("Licence or terms as far as they are known; null if the source states none.") @Nullable
        String licence,

        @Description(
                "Date of publication or retrieval as the source gives it: a year, a month or a day; null if unknown.")
        @Nullable
        String date) {}
