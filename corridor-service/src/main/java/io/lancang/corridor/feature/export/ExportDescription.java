package io.lancang.corridor.feature.export;

import io.lancang.kit.catalog.CatalogRoutes;
import io.lancang.kit.export.FileDescription;
import io.lancang.kit.feed.FeedRoutes;
import io.lancang.kit.openapi.DescribedRoutes;
import io.lancang.kit.openapi.Operation;
import io.lancang.kit.openapi.Parameter;
import io.lancang.kit.openapi.Schema;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** The files of the network, as OpenAPI describes them: one path, since all take the same parameters. */
@Singleton
final class ExportDescription implements DescribedRoutes {
    @Override
    public List<Operation> operations() {
        Operation file = Operation.get("/export/{file}", "exportTable", "Exports", "A table or a map of the network")
                .describedAs(
                        "The end of the name is the format: CSV, newline-delimited JSON, Apache Parquet or GeoJSON.")
                .with(List.of(
                        Parameter.path("file", "Which one.", Schema.oneOf(Exports.names()), "segments.csv"),
                        FileDescription.AS_OF,
                        FileDescription.SPREADSHEET_SAFE))
                .refuses(404);
        return Stream.of(
                        FileDescription.of(file, Exports.contentTypes()),
                        CatalogRoutes.described(),
                        FeedRoutes.described())
                .flatMap(List::stream)
                .toList();
    }
}
