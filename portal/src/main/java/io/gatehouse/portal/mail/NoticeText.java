package io.gatehouse.portal.mail;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.notices.Notice;
import io.gatehouse.notices.NoticeKind;
import io.gatehouse.people.Person;
import io.gatehouse.portal.address.PublicAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * What a mail says, as plain text and as simple HTML with the same words. Without the address of the portal it names the place instead of
 * linking it.
 *
 * @param subject of the mail, without line breaks
 */
record NoticeText(String subject, String plain, String html) {
    private static final String SETTINGS = "notices/settings";
    private static final int LONGEST_DETAIL = 1000;

    static NoticeText of(Person to, List<Notice> notices, PublicAddress portal) {
        return new NoticeText(subject(notices), plain(to, notices, portal), html(to, notices, portal));
    }

    private static String subject(List<Notice> notices) {
        if (notices.size() == 1) {
            return notices.getFirst().title().english().replaceAll("\\.$", "").replaceAll("[\\p{Cntrl}]+", " ");
        }
        long turns = turns(notices);
        return turns == 0
                ? say("mail.subject.many", "count", notices.size()).english()
                : say(
                                turns == 1 ? "mail.subject.many.one" : "mail.subject.many.waiting",
                                "count",
                                notices.size(),
                                "waiting",
                                turns)
                        .english();
    }

    private static long turns(List<Notice> notices) {
        return notices.stream()
                .filter(notice -> notice.kind() == NoticeKind.YOUR_TURN)
                .count();
    }

    private static String plain(Person to, List<Notice> notices, PublicAddress portal) {
        StringBuilder text = new StringBuilder();
        text.append(greeting(to)).append("\n\n");
        for (Notice notice : notices) {
            text.append(notice.title().english()).append('\n');
            detail(notice)
                    .lines()
                    .forEach(line -> text.append("    ").append(line).append('\n'));
            text.append(portal.link(notice.place())
                            .orElseGet(() ->
                                    say("mail.place", "place", notice.place()).english()))
                    .append("\n\n");
        }
        text.append("-- \n");
        foot(notices).forEach(line -> text.append(line).append('\n'));
        text.append(portal.link(SETTINGS)
                        .map(link -> say("mail.settings", "link", link).english())
                        .orElseGet(() -> say("mail.settings.somewhere").english()))
                .append('\n');
        return text.toString();
    }

    private static String greeting(Person to) {
        return say("mail.greeting", "person", to.displayName()).english();
    }

    /** Why this came, once for each kind. */
    private static List<String> foot(List<Notice> notices) {
        return notices.stream()
                .map(Notice::kind)
                .distinct()
                .sorted()
                .map(kind -> say("mail.why." + kind.name()).english())
                .toList();
    }

    private static String detail(Notice notice) {
        String detail = notice.detail().strip();
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…";
    }

    private static String html(Person to, List<Notice> notices, PublicAddress portal) {
        List<String> parts = new ArrayList<>();
        for (Notice notice : notices) {
            parts.add(part(notice, portal));
        }
        String foot = foot(notices).stream().map(NoticeText::escaped).collect(Collectors.joining("<br>\n"));
        String settings = portal.link(SETTINGS)
                .map(link -> "<a href=\"" + escaped(link) + "\">"
                        + escaped(say("mail.settings.short").english()) + "</a>")
                .orElseGet(() -> escaped(say("mail.settings.somewhere").english()));
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="supported-color-schemes" content="light dark">
                <title>%s</title>
                <style>
                :root { color-scheme: light dark; }
                body { margin: 0; padding: 24px 16px; background: #f6f7f9; color: #1a1f29; font: 16px/1.5 system-ui, sans-serif; }
                main { max-width: 600px; margin: 0 auto; }
                .gate { font-weight: 600; margin: 0 0 16px; }
                .notice { background: #ffffff; border: 1px solid #d5dae2; border-radius: 10px; padding: 20px 24px; margin: 0 0 16px; }
                h1, h2 { font-size: 18px; line-height: 1.35; font-weight: 600; margin: 0 0 12px; overflow-wrap: anywhere; }
                blockquote { margin: 0 0 16px; padding: 2px 0 2px 14px; border-left: 3px solid #7c8798; white-space: pre-line; overflow-wrap: anywhere; }
                a { color: #1f4e9e; }
                a.open { display: inline-block; background: #1f4e9e; color: #ffffff; font-weight: 600; text-decoration: none; padding: 10px 18px; border-radius: 6px; }
                .foot { color: #4a5464; font-size: 14px; }
                @media (prefers-color-scheme: dark) {
                  body { background: #12161c; color: #f1f4f8; }
                  .notice { background: #1b212a; border-color: #3a4452; }
                  blockquote { border-color: #76839a; }
                  a { color: #8ab4f8; }
                  a.open { background: #8ab4f8; color: #12161c; }
                  .foot { color: #b4becc; }
                }
                </style>
                </head>
                <body>
                <main>
                <p class="gate">Gatehouse</p>
                <p>%s</p>
                %s
                <p class="foot">%s<br>
                %s</p>
                </main>
                </body>
                </html>
                """.formatted(
                        escaped(subject(notices)), escaped(greeting(to)), String.join("\n", parts), foot, settings);
    }

    private static String part(Notice notice, PublicAddress portal) {
        String detail = detail(notice).isEmpty() ? "" : "<blockquote>" + escaped(detail(notice)) + "</blockquote>\n";
        Optional<String> link = portal.link(notice.place());
        String way = link.map(found -> "<a class=\"open\" href=\"" + escaped(found) + "\">"
                        + escaped(say("mail.open." + notice.kind().name()).english()) + "</a>")
                .orElseGet(
                        () -> escaped(say("mail.place", "place", notice.place()).english()));
        return """
                <div class="notice">
                <h2>%s</h2>
                %s%s
                </div>""".formatted(escaped(notice.title().english()), detail, way);
    }

    /** People's own words go into mails as they are, so nothing in them may be a tag. */
    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
