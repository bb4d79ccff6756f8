package io.gatehouse.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactPathTest {

    /** The classes of attack that servers of this kind were broken into by: every row must be refused for read, write, list and delete. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // plain traversal, in every position
                "..",
                "../x",
                "a/..",
                "a/../b",
                "a/../../etc/passwd",
                "./a",
                "a/./b",
                ".",
                "a/.",
                "...",
                "a/.../b",
                // encoded once, twice and many times
                "%2e%2e/x",
                "a/%2e%2e/b",
                "%2E./x",
                ".%2e/x",
                "%252e%252e/x",
                "a%2f..%2fb",
                "a%2F..",
                "%252525252e%252525252e/x",
                "%2525252525252525252525252e/x",
                "%25252525252525252525252525252541",
                // control characters that a decoder drops
                "a/.\t./b",
                "a/.\r./b",
                "a/.\n./b",
                "a/.%09./b",
                "a/.%0d%0a./b",
                "a\u0000b",
                "a%00b",
                "a%2500b",
                "\u0085",
                "a\u007fb",
                "a\u2028b",
                // absolute, by any system
                "/etc/passwd",
                "//host/share",
                "%2fetc/passwd",
                "%252fetc",
                "C:/x",
                "c:x",
                "C%3a/x",
                "a//b",
                "a///b",
                // backslashes
                "\\x",
                "a\\b",
                "..\\x",
                "a%5cb",
                "a%5c..%5cb",
                "%255c",
                // schemes
                "file:/x",
                "file:x",
                "FILE:x",
                "%66ile:/x",
                "http://x/y",
                "https:/x",
                "s3://b/k",
                "mlflow-artifacts:/x",
                " file:/x",
                // fragments and parameters
                "a#b",
                "#",
                "a%23b",
                "a/..;/b",
                "..;x=1/a",
                "a/.;/b",
                "..%3b/x",
                // blanks that Windows drops, and letters that normalise to dots and slashes
                ".. /x",
                " ../x",
                "a/ /b",
                ". ./x",
                "\u2025/x",
                "a/\uff0e\uff0e/b",
                "\uff0e./x",
                "\uff0fetc",
                "a\uff3cb",
                // reading direction turned round
                "a\u202egpj.exe",
                "a\u2066b",
                // half a character
                "a\ud800b",
                // escapes that are no UTF-8
                "%c0%ae%c0%ae/x",
                "a%ffb"
            })
    void aPathThatCouldMeanAnotherPlaceIsNone(String path) {
        assertThat(ArtifactPath.parse(path)).isEmpty();
        assertThatThrownBy(() -> new ArtifactPath(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MLmodel",
                "1/abc/artifacts/model/model.ubj",
                "a b/c+d.txt",
                "ü/模型.json",
                "a..b",
                "..a",
                "a..",
                ".hidden",
                "100%.csv",
                "50%25.csv",
                "a;b",
                "x=1&y=2",
                "what?.txt",
                "ab:c",
                "%41.txt",
                "emoji-\ud83d\ude00",
                "'quoted' \"name\""
            })
    void anOrdinaryNameIsKeptAsItIs(String path) {
        assertThat(ArtifactPath.parse(path)).map(ArtifactPath::value).contains(path);
    }

    @Test
    void oneTrailingSlashIsForgivenAndNoMore() {
        assertThat(ArtifactPath.parse("a/b/")).contains(new ArtifactPath("a/b"));
        assertThat(ArtifactPath.parse("")).contains(ArtifactPath.ROOT);
        assertThat(ArtifactPath.parse("a//")).isEmpty();
    }

    @Test
    void aPathHasAnEnd() {
        assertThat(ArtifactPath.parse("x".repeat(255))).isPresent();
        assertThat(ArtifactPath.parse("x".repeat(256))).isEmpty();
        assertThat(ArtifactPath.parse("ü".repeat(128))).isEmpty();
        assertThat(ArtifactPath.parse("abc/".repeat(255) + "abc")).isPresent();
        assertThat(ArtifactPath.parse("abc/".repeat(256) + "abc")).isEmpty();
    }

    @Test
    void onlyTheProxySchemeLeadsIntoTheStore() {
        assertThat(ArtifactPath.ofLocation("mlflow-artifacts:/1/m")).contains(new ArtifactPath("1/m"));
        assertThat(ArtifactPath.ofLocation("mlflow-artifacts://host:5000/1/m")).contains(new ArtifactPath("1/m"));
        assertThat(ArtifactPath.ofLocation("mlflow-artifacts:/1/../m")).isEmpty();
        assertThat(ArtifactPath.ofLocation("mlflow-artifacts:1/m")).isEmpty();
        assertThat(ArtifactPath.ofLocation("s3://bucket/1/m")).isEmpty();
        assertThat(ArtifactPath.ofLocation("/1/m")).isEmpty();
    }

    @Test
    void aSiblingWithALongerNameIsNotWithin() {
        ArtifactPath folder = new ArtifactPath("1/model");

        assertThat(new ArtifactPath("1/model/x").isWithin(folder)).isTrue();
        assertThat(folder.isWithin(folder)).isTrue();
        assertThat(new ArtifactPath("1/model-2/x").isWithin(folder)).isFalse();
        assertThat(new ArtifactPath("1/model/x/y").below(folder)).isEqualTo("x/y");
    }
}
