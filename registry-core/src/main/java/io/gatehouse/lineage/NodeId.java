package io.gatehouse.lineage;

import java.util.Optional;
import java.util.UUID;

/** The id of a node, as links and edges name it. */
sealed interface NodeId {
    String text();

    /** @param hash as the tag {@code data_hash} of runs says it, or the digest of a dataset that they logged */
    record Data(String hash) implements NodeId {
        @Override
        public String text() {
            return "data/" + hash;
        }
    }

    record OfRun(String id) implements NodeId {
        @Override
        public String text() {
            return "run/" + id;
        }
    }

    record Version(String model, int number) implements NodeId {
        @Override
        public String text() {
            return "version/" + model + "/" + number;
        }
    }

    /** @param evaluation number of the evaluation that read it, as in {@code EV-12} */
    record Evidence(long evaluation) implements NodeId {
        @Override
        public String text() {
            return "evidence/" + evaluation;
        }
    }

    record Request(long number) implements NodeId {
        @Override
        public String text() {
            return "request/" + number;
        }
    }

    record Tenure(UUID id) implements NodeId {
        @Override
        public String text() {
            return "tenure/" + id;
        }
    }

    record RiskList(long number) implements NodeId {
        @Override
        public String text() {
            return "risk-list/" + number;
        }
    }

    /** The scored population that a list was made of. @param list number of that list */
    record ScoredBatch(long list) implements NodeId {
        @Override
        public String text() {
            return "scored-batch/" + list;
        }
    }

    /** The workbook of a risk list. @param list number of that list */
    record ListWorkbook(long list) implements NodeId {
        @Override
        public String text() {
            return "list-workbook/" + list;
        }
    }

    /** The evidence of an evaluation as a file. @param evaluation number, as in {@code EV-12} */
    record EvidencePack(long evaluation) implements NodeId {
        @Override
        public String text() {
            return "evidence-pack/" + evaluation;
        }
    }

    /** Empty if the text is no id. */
    static Optional<NodeId> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || slash == text.length() - 1) {
            return Optional.empty();
        }
        String rest = text.substring(slash + 1);
        try {
            return switch (text.substring(0, slash)) {
                case "data" -> Optional.of(new Data(rest));
                case "run" -> Optional.of(new OfRun(rest));
                case "evidence" -> Optional.of(new Evidence(Long.parseLong(rest)));
                case "request" -> Optional.of(new Request(Long.parseLong(rest)));
                case "scored-batch" -> Optional.of(new ScoredBatch(Long.parseLong(rest)));
                case "list-workbook" -> Optional.of(new ListWorkbook(Long.parseLong(rest)));
                case "evidence-pack" -> Optional.of(new EvidencePack(Long.parseLong(rest)));
                case "risk-list" -> Optional.of(new RiskList(Long.parseLong(rest)));
                case "tenure" -> Optional.of(new Tenure(UUID.fromString(rest)));
                case "version" -> version(rest);
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Optional<NodeId> version(String rest) {
        int slash = rest.lastIndexOf('/');
        return slash < 1
                ? Optional.empty()
                : Optional.of(new Version(rest.substring(0, slash), Integer.parseInt(rest.substring(slash + 1))));
    }
}
