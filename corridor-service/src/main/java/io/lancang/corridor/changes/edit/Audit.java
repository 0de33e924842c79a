package io.lancang.corridor.changes.edit;

import io.lancang.corridor.ground.page.Keyed;
import io.lancang.corridor.ground.page.KeysetPage;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.edit.EditEntity;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.edit.WantedEdits;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists which single facts were given by whom. */
@Singleton
public class Audit {
    private final Edits edits;

    Audit(Edits edits) {
        this.edits = edits;
    }

    /** A page of the audit, latest first: the number of a release is the key of its entry. */
    Uni<KeysetPage<Edit>> page(@Nullable String subject, @Nullable String editor, PageArguments arguments) {
        List<String> keyset = arguments.keyset();
        Long beyond = keyset == null ? null : arguments.read(keyset.getLast(), Long::valueOf);
        WantedEdits wanted = new WantedEdits(subject, editor, beyond, arguments.direction());
        return edits.page(wanted, arguments.limit(), Audit::keyed)
                .chain(found -> edits.count(wanted).map(total -> new KeysetPage<>(arguments.slice(found), total)));
    }

    /** The edit that is a release. */
    public Uni<Edit> ofRelease(long release) {
        return edits.of(release, Edit::of);
    }

    private static Keyed<Edit> keyed(EditEntity entry) {
        Edit edit = Edit.of(entry);
        return new Keyed<>(edit, edit.release(), edit.release());
    }
}
