package io.gatehouse.portal.samples;

import static io.gatehouse.portal.samples.Story.CHURN;
import static io.gatehouse.portal.samples.Story.say;

import io.gatehouse.lineage.LineageGraph;
import io.gatehouse.lineage.LineageGraph.Edge;
import io.gatehouse.lineage.LineageGraph.Kind;
import io.gatehouse.lineage.LineageGraph.Node;
import io.gatehouse.lineage.Lineages;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.util.List;
import java.util.Optional;

/** The version in use with all that led to it and came of it. */
public final class SampleLineages implements Lineages {
    private static final String VERSION = "version/" + CHURN + "/2";

    private final Story story;

    public SampleLineages(Story story) {
        this.story = story;
    }

    @Override
    public Optional<LineageGraph> around(Actor actor, String node, Direction direction) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return node.equals(VERSION) ? Optional.of(graph()) : Optional.empty();
    }

    @Override
    public Optional<LineageGraph> production(Actor actor, String model) {
        return model.equals(CHURN) ? Optional.of(graph()) : Optional.empty();
    }

    private LineageGraph graph() {
        return new LineageGraph(
                VERSION,
                say(
                        "Version 2 was trained by run xgb-final-best-lr0.03-d7 on streamflow-v3-2024-03 (fingerprint 9ab14f0c…), was let in by"
                                + " request PR-900012, and has made 2 risk lists."),
                List.of(
                        node("data/9ab1", Kind.DATA, "streamflow-v3-2024-03", "9ab14f0c77d2e513", 97, ""),
                        node(
                                "run/2",
                                Kind.RUN,
                                "xgb-final-best-lr0.03-d7",
                                "by Dana Ortiz",
                                97,
                                "runs/" + Story.runOf(2)),
                        node(VERSION, Kind.VERSION, "Version 2", "<b>of</b> " + CHURN, 97, "models/" + CHURN),
                        node("evidence/1", Kind.EVIDENCE, "predictions.parquet", "7,500 test rows", 97, ""),
                        node(
                                "request/12",
                                Kind.REQUEST,
                                "PR-900012",
                                "approved by Priya Shah",
                                96,
                                "promotions/PR-900012"),
                        node("tenure/2", Kind.TENURE, "champion", "since it was approved", 95, "models/" + CHURN),
                        node(
                                "scored-batch/6",
                                Kind.SCORED_BATCH,
                                "Scored a week ago",
                                "4,012 customers",
                                8,
                                "risk-lists/RL-6"),
                        node(
                                "scored-batch/7",
                                Kind.SCORED_BATCH,
                                "Scored yesterday",
                                "4,003 customers",
                                1,
                                "risk-lists/RL-7"),
                        node("risk-list/6", Kind.RISK_LIST, "RL-6", "278 subscribers", 8, "risk-lists/RL-6"),
                        node("risk-list/7", Kind.RISK_LIST, "RL-7", "340 subscribers", 1, "risk-lists/RL-7"),
                        node(
                                "list-workbook/7",
                                Kind.REPORT,
                                "Workbook of RL-7",
                                "taken away once",
                                0,
                                "risk-lists/RL-7")),
                List.of(
                        new Edge("data/9ab1", "run/2", "trained"),
                        new Edge("run/2", VERSION, "became"),
                        new Edge(VERSION, "evidence/1", "was judged on"),
                        new Edge("evidence/1", "request/12", "was read for"),
                        new Edge(VERSION, "request/12", "was proposed by"),
                        new Edge("request/12", "tenure/2", "made"),
                        new Edge("tenure/2", "scored-batch/6", "scored"),
                        new Edge("tenure/2", "scored-batch/7", "scored"),
                        new Edge("scored-batch/6", "risk-list/6", "made"),
                        new Edge("scored-batch/7", "risk-list/7", "made"),
                        new Edge("risk-list/7", "list-workbook/7", "was taken away as")));
    }

    private Node node(String id, Kind kind, String title, String detail, int daysAgo, String path) {
        return new Node(id, kind, title, detail, story.daysAgo(daysAgo), path);
    }
}
