package io.gatehouse.registry;

/** What a model is for, in a line. */
public final class Purpose {
    private static final int LONGEST = 200;

    private Purpose() {}

    /** The first sentence of a description, without its Markdown marks; empty if there is none. */
    public static String of(String description) {
        String plain = description.replaceAll("[*_`#>]", "").strip();
        int line = plain.indexOf('\n');
        String first = line < 0 ? plain : plain.substring(0, line).strip();
        int end = first.indexOf(". ");
        String sentence = end < 0 ? first : first.substring(0, end + 1);
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 1) + "…";
    }
}
