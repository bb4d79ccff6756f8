package io.gatehouse.sentences;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the product said in English, in the language of a reader. Sentences are kept as code, parameters and English, and some parameters
 * are themselves the product's words: a state, a day, an amount, another sentence. Those were written in English when the sentence was
 * made, so the template of the other language says which they are: {@code {reason:said}} is told again by finding the word or the
 * template that it came from, {@code {people:list}} is a list whose names stay, {@code {roles:either}} are words to choose from, {@code {worth:amount}} is a figure or money,
 * {@code {column:attribute}} is what customers are grouped by, {@code {columns:attributes}} a list of these, and {@code {groups:groups}} a list of
 * groups, each with what they are grouped by. Anything else, such as a name or what somebody wrote, stays as it is; only days are known without being told.
 */
public final class Retold {
    private static final Pattern DAY = Pattern.compile("\\d{1,2} [A-Z][a-z]{2} \\d{4}");
    private static final Pattern AMOUNT = Pattern.compile("(−?)([$€£]|[A-Z]{3} )(\\d[\\d,]*(?:\\.\\d+)?)([KM]?)");
    private static final Pattern FIGURE =
            Pattern.compile("(?<![\\w.])\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|(?<![\\w.])\\d+\\.\\d+(?!\\.?\\d)");
    /** A name may hold a comma or an “and” of its own, so what a group is of, in brackets, ends it. */
    private static final Pattern BETWEEN_GROUPS = Pattern.compile("(?<=\\)), ");

    private static final Pattern ANY_FIGURE = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    /** Templates that are little more than their holes fit anything; of the parts these are meant. */
    private static final int FEWEST_LETTERS = 4;

    private static final int REMEMBERED = 5_000;
    /**
     * The product's own texts are shorter by far. A longer one is somebody's, and templates of many holes would try it in more ways than a
     * reader waits for.
     */
    private static final int LONGEST = 1_000;

    private static final String PART = "part.";
    private static final String PARTS = "sentences-parts";
    private static final String NO_PARAMETERS = "part.parameters.none";
    private static final String ANYTHING = ".+?";

    private static final Map<Language, Map<String, String>> WORDS = new ConcurrentHashMap<>();
    private static final List<Form> FORMS = forms();
    /** What is said without naming anything. */
    private static final Set<String> OURS = words(Language.GERMAN).keySet();

    private static final Map<Asked, String> TOLD = new ConcurrentHashMap<>();

    private Retold() {}

    private record Asked(String english, Language language) {}

    /** A template by which an English text can be read. @param letters that it has beside its holes */
    private record Form(String code, Pattern pattern, List<String> holes, int letters, String longest) {}

    /** One part of a sentence, by what its template says of it. @param style absent for what stays as it is */
    static String part(String english, @Nullable String style, Language language) {
        return switch (style) {
            case null -> day(english, language).orElse(english);
            case "said" -> said(english, language);
            case "list" -> list(english, language);
            case "attribute" -> attribute(english, language);
            case "attributes" -> list(english, language, name -> attribute(name, language));
            case "groups" ->
                BETWEEN_GROUPS
                        .splitAsStream(english)
                        .map(group -> group(group, language))
                        .collect(Collectors.joining(", "));
            case "settings" -> figures(list(english, language), language);
            case "either" ->
                Written.either(
                        Arrays.stream(english.split(", | or ", -1))
                                .map(word -> said(word, language))
                                .toList(),
                        language);
            default -> figures(english, language);
        };
    }

    private static String attribute(String english, Language language) {
        return Words.attribute(english.replace(' ', '_').replace("_×_", " × "), language);
    }

    /** A group with what customers are grouped by behind it: the one is a name and stays, the other is a word. */
    private static String group(String english, Language language) {
        int by = english.endsWith(")") ? english.lastIndexOf(" (") : -1;
        return by < 0
                ? english
                : english.substring(0, by + 2) + attribute(english.substring(by + 2, english.length() - 1), language)
                        + ")";
    }

    /** A day that the product wrote, as the language writes it; any other text stays, whatever it says. */
    public static String days(String english, Language language) {
        return language == Language.ENGLISH ? english : day(english, language).orElse(english);
    }

    /** A word, a day, an amount, a sentence or a list of these; what none of the product's words fit stays. */
    public static String said(String english, Language language) {
        if (language == Language.ENGLISH || english.isEmpty() || english.length() > LONGEST) {
            return english;
        }
        Asked asked = new Asked(english, language);
        String known = TOLD.get(asked);
        if (known == null) {
            known = find(english, language);
            if (TOLD.size() < REMEMBERED) {
                TOLD.put(asked, known);
            }
        }
        return known;
    }

    private static String find(String english, Language language) {
        return one(english, language).orElseGet(() -> {
            String sentences = sentences(english, language);
            return sentences.equals(english) ? words(english, language) : sentences;
        });
    }

    /** A list of the product's words, or figures; a text of which nothing is known stays whole. */
    private static String words(String english, Language language) {
        List<String> parts = Arrays.asList(english.split(", | and ", -1));
        if (parts.size() > 1
                && parts.stream().allMatch(part -> one(part, language).isPresent())) {
            return list(english, language, part -> one(part, language).orElseThrow());
        }
        boolean figure = english.chars().noneMatch(Character::isLetter)
                || AMOUNT.matcher(english).matches();
        return figure ? figures(english, language) : english;
    }

    private static Optional<String> one(String english, Language language) {
        String word = words(language).get(english);
        return word != null ? Optional.of(word) : day(english, language).or(() -> template(english, language));
    }

    /** Sentences after each other, such as a reason and the way out. */
    private static String sentences(String english, Language language) {
        int end = english.indexOf(". ");
        while (end > 0) {
            Optional<String> first = one(english.substring(0, end + 1), language);
            if (first.isEmpty()) {
                // A word with a full stop of its own, such as a verdict before its sentence.
                first = Optional.ofNullable(words(language).get(english.substring(0, end)))
                        .map(word -> word + ".");
            }
            if (first.isPresent()) {
                return first.get() + " " + said(english.substring(end + 2), language);
            }
            end = english.indexOf(". ", end + 2);
        }
        return english;
    }

    private static Optional<String> template(String english, Language language) {
        return form(english).flatMap(found -> {
            Map<String, Object> parameters = new HashMap<>();
            for (int i = 0; i < found.groups().size(); i++) {
                parameters.put(found.form().holes().get(i), found.groups().get(i));
            }
            String code = found.form().code();
            return Sentences.template(code, language)
                    .map(template -> Sentences.render(template, code, parameters, language));
        });
    }

    private static String list(String english, Language language) {
        return english.equals(Bundles.of(PARTS, Language.ENGLISH).getString(NO_PARAMETERS))
                ? Bundles.of(PARTS, language).getString(NO_PARAMETERS)
                : list(english, language, name -> name);
    }

    private static String list(String english, Language language, UnaryOperator<String> each) {
        int and = english.lastIndexOf(" and ");
        if (and < 0) {
            return Arrays.stream(english.split(", ", -1)).map(each).collect(Collectors.joining(", "));
        }
        String before = english.substring(0, and);
        List<String> names = Arrays.stream(before.split(", ", -1)).map(each).collect(Collectors.toList());
        names.add(each.apply(english.substring(and + " and ".length())));
        return Written.list(names, language);
    }

    private static Optional<String> day(String english, Language language) {
        if (!DAY.matcher(english).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Written.day(LocalDate.parse(english, ENGLISH_DAY), language));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** Amounts and figures within a text, with the commas and points of the language. */
    public static String figures(String english, Language language) {
        if (language == Language.ENGLISH) {
            return english;
        }
        String amounts = AMOUNT.matcher(english).replaceAll(found -> Matcher.quoteReplacement(behind(found)));
        return FIGURE.matcher(amounts)
                .replaceAll(found ->
                        found.group().replace(',', '\u0000').replace('.', ',').replace('\u0000', '.'));
    }

    /** An amount with its unit behind it; an AUC is none. */
    private static String behind(MatchResult found) {
        String unit = found.group(2).strip();
        if (unit.equals("AUC")) {
            return found.group();
        }
        String size = switch (found.group(4)) {
            case "K" -> " Tsd. ";
            case "M" -> " Mio. ";
            default -> " ";
        };
        return found.group(1) + found.group(3) + size + unit;
    }

    /**
     * Whether a text of an earlier release says what one of today says. The one of today is the product's own, the other is not any more;
     * both name the same figures, and whatever else today's was made of stands in the other as well. A text that is still the product's
     * says what it says.
     */
    public static boolean inEarlierWords(String earlier, String today) {
        // A single word is a name or a state, which are facts.
        return earlier.contains(" ")
                && today.contains(" ")
                && earlier.length() <= LONGEST
                && today.length() <= LONGEST
                && figuresIn(earlier).equals(figuresIn(today))
                && !isOurs(earlier)
                && standsIn(earlier, today);
    }

    private static boolean isOurs(String english) {
        return OURS.contains(english) || form(english).isPresent();
    }

    /** Whether all that a text of the product was made of stands in another. False for what is not the product's. */
    private static boolean standsIn(String other, String english) {
        if (OURS.contains(english)) {
            return true;
        }
        for (int end = english.indexOf(". "); end > 0; end = english.indexOf(". ", end + 2)) {
            if (standsIn(other, english.substring(0, end + 1)) && standsIn(other, english.substring(end + 2))) {
                return true;
            }
        }
        return form(english)
                .filter(found ->
                        found.groups().stream().allMatch(part -> other.contains(part) || standsIn(other, part)))
                .isPresent();
    }

    private record Read(Form form, List<String> groups) {}

    private static Optional<Read> form(String english) {
        for (Form form : FORMS) {
            if (english.contains(form.longest())) {
                Matcher found = form.pattern().matcher(english);
                if (found.matches()) {
                    return Optional.of(new Read(
                            form,
                            IntStream.rangeClosed(1, found.groupCount())
                                    .mapToObj(found::group)
                                    .toList()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> figuresIn(String text) {
        return ANY_FIGURE
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    /** The words of the house by their English, and what is said without naming anything. */
    private static Map<String, String> words(Language language) {
        return WORDS.computeIfAbsent(language, each -> {
            Map<String, String> read = new HashMap<>();
            for (String room : Sentences.ROOMS) {
                collect(
                        read,
                        room,
                        each,
                        template -> !Sentences.HOLE.matcher(template).find());
            }
            collect(read, "words", each, word -> true);
            read.put(Written.NOT_KNOWN, Written.notKnown(each));
            return Map.copyOf(read);
        });
    }

    private static void collect(Map<String, String> words, String bundle, Language language, Predicate<String> fits) {
        var english = Bundles.of(bundle, Language.ENGLISH);
        var other = Bundles.of(bundle, language);
        english.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .filter(key -> fits.test(english.getString(key)))
                .forEach(key -> words.put(english.getString(key), other.getString(key)));
    }

    /** Those with the most letters first, so that the closest is found before a looser one. */
    private static List<Form> forms() {
        return Sentences.ROOMS.stream()
                .flatMap(room -> {
                    var bundle = Bundles.of(room, Language.ENGLISH);
                    return bundle.keySet().stream().map(code -> form(code, bundle.getString(code)));
                })
                .filter(form -> !form.holes().isEmpty()
                        && (form.letters() >= FEWEST_LETTERS || form.code().startsWith(PART)))
                .sorted(Comparator.comparingInt(Form::letters).reversed().thenComparing(Form::code))
                .toList();
    }

    private static Form form(String code, String template) {
        Matcher hole = Sentences.HOLE.matcher(template);
        StringBuilder pattern = new StringBuilder();
        List<String> holes = new ArrayList<>();
        String longest = "";
        int letters = 0;
        int end = 0;
        while (true) {
            boolean found = hole.find();
            String literal = template.substring(end, found ? hole.start() : template.length());
            longest = literal.length() > longest.length() ? literal : longest;
            letters += (int) literal.chars().filter(Character::isLetter).count();
            pattern.append(Pattern.quote(literal));
            if (!found) {
                return new Form(code, Pattern.compile(pattern.toString(), Pattern.DOTALL), holes, letters, longest);
            }
            holes.add(hole.group(1));
            pattern.append('(').append(fits(code, hole.group(1))).append(')');
            end = hole.end();
        }
    }

    /** What can stand in a hole, so that a template of few words does not fit what somebody wrote. */
    private static String fits(String code, String hole) {
        return switch (hole) {
            case "day" -> DAY.pattern();
            case "count", "days", "percent" -> code.startsWith(PART) ? "[\\d.,]+" : ANYTHING;
            case "from", "to", "since", "until", "first" ->
                code.matches("(audit|rollback|notice)\\..*") ? ANYTHING : DAY.pattern();
            case "low", "high", "points" -> code.startsWith(PART) ? "[−+$€£\\d.,%KM ]+" : ANYTHING;
            case "version" -> code.startsWith(PART) ? "\\d+" : ANYTHING;
            case "check", "verdict" -> code.startsWith(PART) ? "[A-Za-z ]+" : ANYTHING;
            // One part of several in a row: its name ends where the next part begins.
            case "names" -> code.startsWith("lineage.part.") ? "(?:(?!, | and ).)+" : ANYTHING;
            case "time" -> "\\d\\d:\\d\\d";
            case "weekday" -> "[A-Z][a-z]+day";
            default -> ANYTHING;
        };
    }
}
