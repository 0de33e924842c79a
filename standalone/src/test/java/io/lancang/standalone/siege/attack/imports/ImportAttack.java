package io.lancang.standalone.siege.attack.imports;

import io.lancang.standalone.siege.attack.Assault;
import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Target.Gate;
import io.lancang.standalone.siege.wire.HttpConnection;
import io.lancang.standalone.siege.wire.HttpRequests;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Files that a service must refuse.
 *
 * @param name as {@link Attack#name}
 * @param what as {@link Attack#what}
 * @param gate the service that gets them
 * @param dataset what they are called a release of
 * @param files sent one after the other, and again from the first
 */
record ImportAttack(String name, String what, Gate gate, String dataset, List<byte[]> files) implements Attack {
    private static final int ROUNDS = 20;

    @Override
    public void run(Assault assault) throws InterruptedException {
        assault.together(2, client -> {
            for (int number = client; number < ROUNDS * files.size() && assault.goesOn(); number += 2) {
                send(assault, files.get(number % files.size()));
            }
        });
    }

    private void send(Assault assault, byte[] file) throws InterruptedException {
        HttpConnection connection = null;
        try {
            connection = assault.connect(gate);
            byte[] request = HttpRequests.post(
                    "/releases?dataset=" + dataset + "&fileName=siege.csv&dryRun=true",
                    Map.of(
                            "Authorization",
                            "Bearer " + assault.target().stewardToken(),
                            "Content-Type",
                            "application/octet-stream"),
                    file);
            assault.tally().count(connection.ask(request).outcome());
        } catch (IOException failure) {
            if (assault.goesOn()) {
                assault.tally().count(failure);
                assault.pauseAfterFailure();
            }
        } finally {
            if (connection != null) {
                assault.release(connection);
            }
        }
    }
}
