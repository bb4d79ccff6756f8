package io.gatehouse.notices;

import io.gatehouse.people.Person;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** A channel that keeps what it brought, or fails as a test wants. */
@TestComponent
public class Postbox implements Channel {
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile @Nullable NotBroughtException failure;
    private volatile @Nullable String failsFor;

    /** What one person got at once. */
    public record Message(String to, List<Notice> notices) {
        boolean about(String subject) {
            return notices.stream().anyMatch(notice -> notice.subject().equals(subject));
        }
    }

    @Override
    public String name() {
        return "postbox";
    }

    @Override
    public boolean reaches(Person person) {
        return !person.email().isEmpty();
    }

    @Override
    public void bring(Person to, List<Notice> notices) throws NotBroughtException {
        NotBroughtException failing = failure;
        String whom = failsFor;
        if (failing != null && (whom == null || whom.equals(to.username()))) {
            throw failing;
        }
        messages.add(new Message(to.username(), notices));
    }

    /** From now on fails like this; for one person, or for all where none is named. */
    void fail(NotBroughtException.Reach reach, String why, @Nullable String username) {
        failsFor = username;
        failure = new NotBroughtException(reach, why, new IllegalStateException(why));
    }

    void work() {
        failure = null;
    }

    List<Message> about(String subject) {
        return messages.stream().filter(message -> message.about(subject)).toList();
    }

    /** Who got a message about it, one entry for each. */
    List<String> recipients(String subject) {
        return about(subject).stream().map(Message::to).sorted().toList();
    }
}
