package io.lancang.kit.event;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A release that is served from now on.
 *
 * @param id its number; grows in the order of publication
 * @param dataset code of its dataset
 * @param fileName name of the file
 * @param sha256 checksum of the file, empty for a withdrawal
 * @param rows how many rows the file has
 * @param added facts that it added
 * @param closed facts that it superseded
 * @param publishedAt when
 * @param withdraws number of the release that it withdraws; null for a file
 */
public record PublishedRelease(
        long id,
        String dataset,
        String fileName,
        String sha256,
        long rows,
        long added,
        long closed,
        OffsetDateTime publishedAt,
        @Nullable Long withdraws) {}
