package io.gatehouse.risklist;

import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskLists.Filter;
import io.gatehouse.sentences.Language;
import io.gatehouse.sentences.Retold;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.sentences.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a part of a risk list was chosen by, in the same words on the screen, on paper and in the workbook. */
public final class ChosenPart {
    private ChosenPart() {}

    /** One sentence; empty of a filter that leaves the whole list. */
    public static Optional<String> inWords(Header list, Filter filter, Language language) {
        List<String> limits = limits(filter, language);
        return limits.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        say(language, "risklist.chosen", "listed", list.listed(), "limits", String.join(", ", limits)));
    }

    private static List<String> limits(Filter filter, Language language) {
        List<String> limits = new ArrayList<>();
        if (!filter.text().isBlank()) {
            limits.add(say(language, "risklist.chosen.text", "text", filter.text()));
        }
        filter.segments().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(group -> limits.add(say(
                        language,
                        "risklist.chosen.group",
                        "attribute",
                        Words.attributeWithin(group.getKey(), language),
                        "group",
                        group.getValue())));
        if (filter.band() != null) {
            limits.add(say(
                    language,
                    "risklist.chosen.band",
                    "band",
                    small(Retold.said(Words.sentenceCase(filter.band()), language))));
        }
        if (filter.movement() != null) {
            limits.add(
                    say(language, "risklist.chosen.moved", "movement", small(Words.of(filter.movement(), language))));
        }
        return limits;
    }

    private static String small(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static String say(Language language, String code, Object... parts) {
        return Sentences.say(code, parts).in(language);
    }
}
