package io.gatehouse.portal.mlflow;

import io.gatehouse.portal.bench.WireClient;
import java.util.UUID;

/** The first steps that most tests of the wire begin with. */
final class TestWire {
    private TestWire() {}

    static String experiment(WireClient client) {
        return client.post("experiments/create", "{'name':'" + UUID.randomUUID() + "'}")
                .at("/experiment_id");
    }

    static String run(WireClient client) {
        return run(client, experiment(client));
    }

    static String run(WireClient client, String experiment) {
        return client.post("runs/create", "{'experiment_id':'" + experiment + "','start_time':1}")
                .at("/run/info/run_id");
    }
}
