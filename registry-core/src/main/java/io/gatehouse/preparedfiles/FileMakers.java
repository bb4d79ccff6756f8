package io.gatehouse.preparedfiles;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who makes which files. They are asked for late, since makers of workbooks know half the house. */
@Component
class FileMakers {
    private final ObjectProvider<FileMaker> makers;

    FileMakers(ObjectProvider<FileMaker> makers) {
        this.makers = makers;
    }

    /** @throws IllegalStateException if nobody makes such files */
    FileMaker require(String kind) {
        Map<String, FileMaker> byKind = makers.stream().collect(Collectors.toMap(FileMaker::kind, Function.identity()));
        FileMaker found = byKind.get(kind);
        if (found == null) {
            throw new IllegalStateException(
                    "Nobody makes files of the kind " + kind + ", only " + List.copyOf(byKind.keySet()));
        }
        return found;
    }
}
