package io.gatehouse.registry;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Names as they are compared: after compatibility normalisation and case folding, without marks that cannot be seen and without blanks at
 * the ends, so that nobody is shown two names that read as one.
 */
final class CanonicalName {
    private CanonicalName() {}

    static String of(String name) {
        String visible = name.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String normal = Normalizer.normalize(visible, Normalizer.Form.NFKC);
        // Upper, then lower: full case folding for all letters that have cases, ß and final sigma included.
        String folded = normal.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
        return Normalizer.normalize(folded, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    }
}
