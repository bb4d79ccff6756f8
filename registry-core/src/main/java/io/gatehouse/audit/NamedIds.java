package io.gatehouse.audit;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids of people, models and others that events name: they keep them where names may change. */
public final class NamedIds {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private NamedIds() {}

    /** Each once. @param canonical of an event */
    public static Set<String> in(String canonical) {
        Set<String> ids = new TreeSet<>();
        Matcher id = ID.matcher(canonical);
        while (id.find()) {
            ids.add(id.group());
        }
        return ids;
    }
}
