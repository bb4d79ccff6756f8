package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=2-4, 2, 3",
        "bytes=2-, 2, 8",
        "bytes=9-, 9, 1",
        "bytes=0-999999999999999999, 0, 10",
        "bytes=-3, 7, 3",
        "bytes=-10, 0, 10",
        "bytes=-999, 0, 10",
        "Bytes= 2-4 , 2, 3",
    })
    void oneRangeOfTenBytes(String header, long from, long length) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange.Part(from, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=11-11", "bytes=-0"})
    void aRangeBehindTheEndCannotBeSatisfied(String header) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=4-2",
                "bytes=a-b",
                "bytes=1-2,4-5",
                "bytes=--1",
                "bytes=1 - 2",
                "lines=1-2",
                "bytes=9999999999999999999-",
                "bytes=0x1-2"
            })
    void whatIsNoSingleRangeOfBytesIsLeftAside(String header) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void anEmptyFileHasNoBytesToName() {
        assertThat(ByteRange.of(null, 0)).isEqualTo(new ByteRange.Whole());
        assertThat(ByteRange.of("bytes=-5", 0)).isEqualTo(new ByteRange.Whole());
        assertThat(ByteRange.of("bytes=0-", 0)).isEqualTo(new ByteRange.Unsatisfiable());
    }
}
