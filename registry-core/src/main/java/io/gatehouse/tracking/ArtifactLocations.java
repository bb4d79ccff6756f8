package io.gatehouse.tracking;

import java.util.Locale;

/** Where an experiment may keep the files of its runs. The house only ever opens locations of its own; others are for clients. */
public final class ArtifactLocations {
    /** What locations in the house start with. */
    static final String ROOT = "mlflow-artifacts:/";

    private static final int LONGEST = 2_048;

    private ArtifactLocations() {}

    /** @throws TrackingRefusal if a client may not name this location */
    static void require(String location) {
        LoggedText.requireLength(location, LONGEST, "artifact_location");
        if (location.toLowerCase(Locale.ROOT).startsWith("runs:")) {
            throw TrackingRefusal.invalid("Artifact location cannot be a runs:/ URI. Given: '" + location + "'");
        }
        int query = location.indexOf('?');
        String path = query < 0 ? location : location.substring(0, query);
        boolean climbs = query >= 0 && location.substring(query).contains("..");
        boolean ours = path.toLowerCase(Locale.ROOT).startsWith("mlflow-artifacts:");
        boolean climbsInTheHouse = ours && (path.contains("..") || path.contains("%") || path.contains("\\"));
        boolean unseen = location.codePoints().anyMatch(Character::isISOControl);
        if (location.indexOf('#') >= 0 || path.indexOf(';') >= 0 || climbs || climbsInTheHouse || unseen) {
            throw TrackingRefusal.invalid("Invalid artifact_location '" + location
                    + "': fragments, parameters and '..' are not allowed in it.");
        }
    }

    /** The location of something below another, such as a run in its experiment. A query stays at the end. */
    public static String below(String location, String path) {
        int query = location.indexOf('?');
        String base = query < 0 ? location : location.substring(0, query);
        return (base.endsWith("/") ? base : base + "/") + path + (query < 0 ? "" : location.substring(query));
    }
}
