package io.gatehouse.checks;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A case as text: what an auditor takes away to judge again elsewhere, together with the evidence. */
public final class CaseFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CaseFile() {}

    public static String write(Case of) {
        return JSON.writeValueAsString(of);
    }

    /** @throws IllegalArgumentException if the text is no case file; the message says where it breaks off */
    public static Case read(String text) {
        try {
            return JSON.readValue(text, Case.class);
        } catch (JacksonException fault) {
            throw new IllegalArgumentException("This is no case file: " + fault.getOriginalMessage(), fault);
        }
    }
}
