package io.gatehouse.scoring.worker;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The class path of a worker: the few libraries that it needs and nothing else of the portal. They are named by one class of each, and
 * taken from where this process has them. Out of an application jar, whose jars inside no plain JVM can read, they are copied first.
 */
final class WorkerLibraries {

    private static final List<String> ONE_CLASS_OF_EACH = List.of(
            "io.gatehouse.scoring.worker.WorkerMain",
            "io.gatehouse.fairness.segments.ConfusionCounts",
            "org.duckdb.DuckDBDriver",
            "tools.jackson.databind.ObjectMapper",
            "tools.jackson.core.JsonParser",
            "com.fasterxml.jackson.annotation.JsonCreator",
            "org.yaml.snakeyaml.Yaml",
            "ml.dmlc.xgboost4j.java.Booster",
            "com.esotericsoftware.kryo.KryoSerializable",
            "org.apache.commons.logging.Log");

    private static final String INSIDE_A_JAR = "jar:";

    private WorkerLibraries() {}

    /** @param folder that copies go to */
    static String classPath(Path folder) throws IOException {
        Set<String> places = new LinkedHashSet<>();
        for (String name : ONE_CLASS_OF_EACH) {
            places.add(placeOf(name, folder).toString());
        }
        return String.join(File.pathSeparator, places);
    }

    private static Path placeOf(String className, Path folder) throws IOException {
        String resource = className.replace('.', '/') + ".class";
        URL found = WorkerLibraries.class.getClassLoader().getResource(resource);
        if (found == null) {
            throw new IllegalStateException("The class " + className + " is not on the class path");
        }
        String url = found.toString();
        String place = url.substring(0, url.length() - resource.length());
        if (!place.startsWith(INSIDE_A_JAR)) {
            return Path.of(URI.create(place));
        }
        String jar = place.substring(INSIDE_A_JAR.length(), place.length() - "!/".length());
        return jar.startsWith("file:") ? Path.of(URI.create(jar)) : copy(jar, folder);
    }

    /** The application jar's own class loader knows how to open a jar inside it. */
    private static Path copy(String jar, Path folder) throws IOException {
        Path copy = folder.resolve(jar.substring(jar.lastIndexOf('/') + 1));
        try (InputStream bytes = URI.create(jar).toURL().openStream()) {
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IllegalArgumentException unknown) {
            throw new UncheckedIOException(new IOException("Cannot open " + jar, unknown));
        }
        return copy;
    }
}
