package io.lancang.standalone.siege;

import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.document.CostAttacks;
import io.lancang.standalone.siege.attack.document.IntrospectionAttacks;
import io.lancang.standalone.siege.attack.document.LengthAttacks;
import io.lancang.standalone.siege.attack.document.PlanAttacks;
import io.lancang.standalone.siege.attack.document.VariableAttacks;
import io.lancang.standalone.siege.attack.http.HttpAttacks;
import io.lancang.standalone.siege.attack.imports.ImportAttacks;
import io.lancang.standalone.siege.attack.socket.SocketAttacks;
import java.util.List;
import java.util.stream.Stream;

/** The list of all attacks, family after family. */
final class AllAttacks {
    private AllAttacks() {}

    static List<Attack> list() {
        return Stream.of(
                        PlanAttacks.all(),
                        LengthAttacks.all(),
                        VariableAttacks.all(),
                        IntrospectionAttacks.all(),
                        CostAttacks.all(),
                        HttpAttacks.all(),
                        SocketAttacks.all(),
                        ImportAttacks.all())
                .flatMap(List::stream)
                .toList();
    }
}
