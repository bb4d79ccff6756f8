package io.gatehouse.artifacts;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Places, each by its segments joined by {@code /}; says of a folder whether one of them is it, is in it or is around it. */
public final class PathSet {
    private final NavigableSet<String> places;

    public PathSet(Collection<String> places) {
        this.places = new TreeSet<>(places);
    }

    /** Whether one of them is this folder or lies below it. */
    public boolean reachesInto(String folder) {
        String behind = places.higher(folder + "/");
        return places.contains(folder) || behind != null && behind.startsWith(folder + "/");
    }

    /** Whether one of them is this folder or lies around it. */
    public boolean covers(String folder) {
        for (int slash = folder.length(); slash > 0; slash = folder.lastIndexOf('/', slash - 1)) {
            if (places.contains(folder.substring(0, slash))) {
                return true;
            }
        }
        return places.contains("");
    }
}
