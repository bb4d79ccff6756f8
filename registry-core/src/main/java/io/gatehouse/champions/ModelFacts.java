package io.gatehouse.champions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One model, counted.
 *
 * @param description Markdown; may be empty
 * @param champion version in use; absent if none
 * @param newest version
 * @param candidates versions that are newer than the champion
 * @param openRequests waiting for somebody
 */
record ModelFacts(
        UUID id,
        String name,
        String description,
        @Nullable Integer champion,
        int newest,
        int candidates,
        int openRequests) {

    private static final int LONGEST = 200;

    /** The first sentence of the description, without its Markdown marks. */
    String purpose() {
        String plain = description.replaceAll("[*_`#>]", "").strip();
        int line = plain.indexOf('\n');
        String first = line < 0 ? plain : plain.substring(0, line).strip();
        int end = first.indexOf(". ");
        String sentence = end < 0 ? first : first.substring(0, end + 1);
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 1) + "…";
    }
}
