/** What was published last, as feeds that readers and programs follow: Atom (RFC 4287) and JSON Feed 1.1, page by page (RFC 5005). */
@NullMarked
package io.lancang.kit.feed;

import org.jspecify.annotations.NullMarked;
