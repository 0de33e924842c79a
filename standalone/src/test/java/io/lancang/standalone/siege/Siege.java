package io.lancang.standalone.siege;

import io.lancang.standalone.StandaloneException;
import io.lancang.standalone.siege.attack.Assault;
import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Target;
import io.lancang.standalone.siege.canary.Canary;
import io.lancang.standalone.siege.canary.Latencies;
import io.lancang.standalone.siege.report.AttackReport;
import io.lancang.standalone.siege.report.Part;
import io.lancang.standalone.siege.wire.HttpConnection;
import io.lancang.standalone.siege.wire.HttpRequests;
import io.lancang.standalone.siege.wire.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs one attack after the other against a set, with the canaries beside each. A set that lost a process is started again
 * before the next.
 */
final class Siege {
    private static final Duration WARMING = Duration.ofSeconds(10);
    private static final Duration REHEARSAL = Duration.ofSeconds(2);
    private static final Duration HEAD_START = Duration.ofMillis(300);
    private static final Duration AFTERMATH = Duration.ofMillis(1_500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BesiegedSet set;
    private final Duration length;
    private final Recovery recovery;

    Siege(BesiegedSet set, Duration length, Recovery recovery) {
        this.set = set;
        this.length = length;
        this.recovery = recovery;
    }

    /** How long the canary's answers take while nobody attacks. */
    Latencies atRest() throws IOException, InterruptedException {
        warm(WARMING);
        Canary canary = Canary.ofACachedQuery(set.target().gateway());
        LockSupport.parkNanos(length.toNanos());
        return canary.stop();
    }

    /**
     * Runs attacks for a moment each, and looks at nothing: what is measured afterwards is a set that has worked for a while, and not
     * the compiler of its processes, which takes a third of two processors when an attack is new to them.
     */
    void rehearse(List<Attack> attacks) throws IOException, InterruptedException, StandaloneException {
        set.remember();
        for (Attack attack : attacks) {
            Assault assault = new Assault(set.target(), REHEARSAL);
            try {
                attack.run(assault);
            } finally {
                assault.close();
            }
        }
        if (!set.compare(recovery).stream().allMatch(Part::survived)) {
            set.startAgain();
        }
    }

    /** Runs an attack and looks what came of it. */
    AttackReport run(Attack attack) throws IOException, InterruptedException, StandaloneException {
        set.remember();
        Target target = set.target();
        Canary canary = Canary.ofACachedQuery(target.gateway());
        Canary newDocuments = Canary.ofNewDocuments(target.gateway());
        // They are there before the attacker comes, as other clients are.
        LockSupport.parkNanos(HEAD_START.toNanos());
        Assault assault = new Assault(target, length);
        try {
            attack.run(assault);
        } finally {
            assault.close();
        }
        // What was begun in the last moment is felt after it.
        LockSupport.parkNanos(AFTERMATH.toNanos());
        Latencies asked = canary.stop();
        Latencies anew = newDocuments.stop();
        AttackReport report = new AttackReport(
                attack.name(),
                attack.what(),
                assault.tally().summary(),
                asked,
                anew,
                newDocuments.failures(),
                set.compare(recovery));
        if (!report.allSurvived()) {
            set.startAgain();
            warm(WARMING);
        }
        return report;
    }

    /** Asks large new documents for a while, so that caches and pools are as full as those of a set that has worked for a day. */
    void warm(Duration time) throws IOException {
        InetSocketAddress gateway = set.target().gateway();
        try (HttpConnection connection = HttpConnection.openAsBystander(gateway, PATIENCE)) {
            long end = System.nanoTime() + time.toNanos();
            for (int number = 0; System.nanoTime() < end; number++) {
                connection.ask(HttpRequests.post(Json.request(document(number))));
            }
        }
    }

    private static String document(int number) {
        String names = IntStream.range(0, 1_200)
                .mapToObj(each -> "n%d_%d:name".formatted(number, each))
                .collect(Collectors.joining(" "));
        return """
                query W%d { partner(code: "LAO") { %s corridors { id name segments { name } } \
                trade(from: 2019, to: 2024) { points { total { amount } growth } } } }""".formatted(number, names);
    }
}
