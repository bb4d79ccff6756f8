package io.gatehouse.portal.mail;

import io.gatehouse.notices.NotBroughtException;
import io.gatehouse.notices.NotBroughtException.Reach;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What a failure of the mail server says of further attempts. */
final class MailFailures {
    /** The replies of RFC 5321 by which a mailbox does not exist, or not here. */
    private static final Set<String> NO_SUCH_BOX = Set.of("550", "551", "553", "556");

    private static final Pattern REPLY = Pattern.compile("^([245]\\d\\d)[ -].*", Pattern.DOTALL);

    private MailFailures() {}

    static NotBroughtException of(MailException failure) {
        List<Throwable> causes = causes(failure).toList();
        Optional<String> reply = causes.stream()
                .map(cause -> REPLY.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(0))
                .reduce((one, next) -> next);
        return new NotBroughtException(
                reach(failure, reply), reply.orElseGet(() -> innermost(causes)).strip(), failure);
    }

    /** @param reply of the server, beginning with its three digits; absent if it gave none */
    private static Reach reach(MailException failure, Optional<String> reply) {
        if (failure instanceof MailAuthenticationException) {
            return Reach.NOBODY_NOW;
        }
        if (reply.isPresent()) {
            return NO_SUCH_BOX.contains(reply.get().substring(0, 3)) ? Reach.NEVER : Reach.NOT_NOW;
        }
        // Failures of messages hang beside; a cause of its own means that there was no connection to send them over.
        return failure instanceof MailSendException && failure.getCause() != null ? Reach.NOBODY_NOW : Reach.NOT_NOW;
    }

    private static String innermost(List<Throwable> causes) {
        return causes.stream()
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .reduce((one, next) -> next)
                .orElseGet(() -> causes.getFirst().getClass().getSimpleName());
    }

    /** Spring hangs the failures of messages beside the cause, and mail has chains of its own. */
    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        if (failure == null) {
            return Stream.empty();
        }
        Stream<Throwable> beside = failure instanceof MailSendException sending
                ? Arrays.stream(sending.getMessageExceptions()).flatMap(MailFailures::causes)
                : Stream.empty();
        Stream<Throwable> next = failure instanceof jakarta.mail.MessagingException mail
                ? causes(mail.getNextException())
                : causes(failure.getCause());
        return Stream.of(Stream.of(failure), beside, next).flatMap(each -> each);
    }
}
