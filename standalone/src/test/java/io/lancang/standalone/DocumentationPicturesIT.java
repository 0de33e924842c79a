package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pictures of the documentation are what the pages look like. They are taken anew where {@code lancang.record} is true. */
@EnabledIfSystemProperty(named = "lancang.record", matches = "true")
class DocumentationPicturesIT {
    private record Picture(String name, String view, int width, int height, ColorScheme scheme) {}

    private static final Path FOLDER = RunningSet.home().resolve("docs/pictures");

    /** Large enough to read, and together less than a megabyte. */
    private static final int MOST_BYTES = 140_000;

    private static final List<Picture> PICTURES = List.of(
            new Picture("map", "#/map/clr", 1600, 1150, ColorScheme.LIGHT),
            new Picture("map-dark", "#/", 1600, 1150, ColorScheme.DARK),
            new Picture("partner", "#/partner/LAO", 1600, 1150, ColorScheme.LIGHT),
            new Picture(
                    "routes-dark",
                    "#/routes?from=kunming&to=singapore&including=building",
                    1600,
                    1150,
                    ColorScheme.DARK),
            new Picture("questions", "#/questions?lang=zh", 1600, 1150, ColorScheme.LIGHT),
            new Picture("phone", "#/map/clr", 360, 760, ColorScheme.LIGHT),
            new Picture("phone-dark", "#/partner/ASEAN", 360, 760, ColorScheme.DARK));

    @RegisterExtension
    static final InstalledBrowser BROWSER = new InstalledBrowser();

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    @Test
    void areTakenAnew() throws IOException {
        for (Picture picture : PICTURES) {
            try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, picture.view(), picture.width(), picture.scheme())) {
                byte[] bytes = atlas.webp(picture.height());
                assertTrue(bytes.length <= MOST_BYTES, picture.name() + " has " + bytes.length + " bytes");
                Files.write(FOLDER.resolve(picture.name() + ".webp"), bytes);
            }
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> there = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertEquals(
                    PICTURES.stream().map(picture -> picture.name() + ".webp").collect(Collectors.toSet()), there);
        }
    }
}
